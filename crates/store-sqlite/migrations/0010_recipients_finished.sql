-- Whose parcels a key is good for, as senders are compared: those of everyone where none is named.
ALTER TABLE api_keys ADD COLUMN sender TEXT;
