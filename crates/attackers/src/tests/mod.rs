//! Hand-made cases in which every number can be reckoned by hand. Each fails when an attacker is blunt.

mod attackers;
mod files;
mod street;
