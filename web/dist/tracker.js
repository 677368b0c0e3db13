(function(){var e=class e{static PAUSE_MS=6e4;#e;#t;#n;#r;#i=-1/0;#a;constructor(e,t=(e,t)=>setTimeout(e,t),n=Date.now){this.#e=e,this.#t=t,this.#n=n}offer(t){if(this.#r===void 0){this.#r=t;return}let n=this.#a!==void 0;if(this.#a=t,n)return;let r=this.#i+e.PAUSE_MS-this.#n();r<=0?this.#o():this.#t(()=>this.#o(),r)}#o(){let e=this.#a;this.#a=void 0,e!==void 0&&e!==this.#r&&(this.#r=e,this.#i=this.#n(),this.#e(e))}},t=3e3;function n(e,t,n,i){let a=t===void 0?`…`:r(t,n,i);return e.replace(`{time}`,a)}function r(e,t,n){let r=new Intl.Locale(t).hourCycle===`h12`?{hour:`numeric`,minute:`2-digit`,hourCycle:`h12`}:{hour:`2-digit`,minute:`2-digit`,hourCycle:`h23`};return new Intl.DateTimeFormat(t,n?{...r,timeZone:n}:r).format(e)}var i=class{#e;#t;#n;#r=0;constructor(e=1e3,t=3e4,n=Math.random){this.#e=e,this.#t=t,this.#n=n}next(){let e=Math.min(this.#t,this.#e*2**this.#r);return this.#r+=1,e*(.5+this.#n()/2)}reset(){this.#r=0}},a=class{#e;#t;#n;#r;#i;#a=!1;constructor(e,t,n=new i(1e3,6e4)){this.#e=e,this.#t=t,this.#n=n}async open(){let e=await this.#e.token();if(this.#a)return;if(e===void 0){this.#s();return}let t=this.#e.language,n=t?`?${new URLSearchParams({lang:t})}`:``,r=new EventSource(`${this.#e.server}/v1/embed/${e}/stream${n}`);this.#r=r,r.addEventListener(`open`,()=>this.#o()),r.addEventListener(`tracking`,t=>{this.#o(),this.#t.message(t.data,e)}),r.addEventListener(`error`,()=>{this.#t.hearing(!1),r.readyState===EventSource.CLOSED&&r===this.#r&&this.#s()})}close(){this.#a=!0,clearTimeout(this.#i),this.#r?.close()}#o(){this.#n.reset(),this.#t.hearing(!0)}#s(){this.#r=void 0,this.#t.hearing(!1),this.#i=setTimeout(()=>void this.open(),this.#n.next())}},o=1e4;async function s(e){try{let t=await fetch(e,{credentials:`same-origin`,headers:{accept:`application/json`},cache:`no-store`,signal:AbortSignal.timeout(o)}),n=t.ok?await t.json():void 0,r=typeof n==`object`&&n&&`token`in n?n.token:void 0;return c(r)?r:void 0}catch{return}}function c(e){return typeof e==`string`&&/^[\w-]{20,400}$/.test(e)}function l(e){let t;try{t=JSON.parse(e)}catch{return}if(!f(t)||!f(t.words)||typeof t.words.hero!=`string`)return;let n=t.words,r=e=>d(n[e])??``;return{isOver:t.is_over===!0,mapOpen:t.map_open===!0,language:d(t.language)??`en`,direction:t.direction===`rtl`?`rtl`:`ltr`,words:{kicker:d(n.kicker),hero:r(`hero`),flags:u(n.flags),stops:d(n.stops),line:d(n.line),reason:d(n.reason),by:r(`by`),map:r(`map`),more:r(`more`),away:r(`away`),announcement:r(`announcement`)}}}function u(e){return(Array.isArray(e)?e:[]).flatMap(e=>{let t=f(e)?d(e.text):void 0;return f(e)&&t?[{tone:d(e.tone)??`calm`,text:t}]:[]})}function d(e){return typeof e==`string`?e:void 0}function f(e){return typeof e==`object`&&!!e}var p=`
:host { display: block; color-scheme: light dark; container-type: inline-size; }
:host([hidden]) { display: none; }
section {
  --ink: var(--doorstep-ink, light-dark(#191c1a, #f0efeb));
  --quiet: var(--doorstep-quiet, light-dark(#4b504c, #b9beb9));
  --paper: var(--doorstep-paper, light-dark(#ffffff, #1a1e1c));
  --line: var(--doorstep-line, light-dark(#dfdbd3, #343a36));
  --accent: var(--doorstep-accent, light-dark(#0b6b57, #5fcfb2));
  box-sizing: border-box;
  padding: var(--doorstep-padding, 1.25rem);
  border: 1px solid var(--line);
  border-radius: var(--doorstep-radius, 14px);
  background: var(--paper);
  color: var(--ink);
  font: 400 1rem / 1.45 var(--doorstep-font, system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
}
p { margin: 0; }
[hidden] { display: none !important; }
.flags { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-bottom: 0.75rem; }
.flag {
  padding: 0.125rem 0.625rem; border-radius: 999px; border: 1px solid currentcolor; font-size: 0.875rem; font-weight: 600;
  color: var(--quiet);
}
.flag[data-tone="good"] { color: light-dark(#17663b, #7fd6a0); }
.flag[data-tone="warn"] { color: light-dark(#7b4a00, #f0c070); }
.flag[data-tone="bad"] { color: light-dark(#a01e1e, #ff9d94); }
.flag[data-tone="live"] { color: var(--accent); }
.kicker, .line, .reason, .by { color: var(--quiet); }
.hero { font-size: clamp(1.5rem, 9cqi, 2.25rem); line-height: 1.15; font-weight: 700; letter-spacing: -0.01em; }
.stops { margin-top: 0.5rem; font-weight: 600; }
.line, .reason { margin-top: 0.5rem; }
.reason, .by, .more, .away { font-size: 0.9375rem; }
.away { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
.map { margin-top: 1rem; }
iframe {
  display: block; width: 100%; height: var(--doorstep-map-height, 18rem); border: 0; border-radius: 10px;
  background: light-dark(#f3f0ea, #22272a); color-scheme: light dark;
}
.foot {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; margin-top: 1rem;
  padding-top: 0.75rem; border-top: 1px solid var(--line);
}
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible { outline: 3px solid light-dark(#1d4fd7, #9db8ff); outline-offset: 2px; border-radius: 2px; }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .flag, section, iframe { border: 1px solid; } }
`,m=class{#e;#t;#n=new Map;#r;#i;#a;#o=``;constructor(e){let t=new CSSStyleSheet;t.replaceSync(p),e.adoptedStyleSheets=[t],this.#t=document.createElement(`slot`),this.#e=document.createElement(`section`),this.#e.hidden=!0,this.#e.setAttribute(`part`,`tracker`),this.#r=document.createElement(`div`),this.#r.className=`map`,this.#r.hidden=!0,this.#i=document.createElement(`a`),this.#i.className=`more`,this.#i.setAttribute(`part`,`more`),this.#i.rel=`noreferrer`;let n=document.createElement(`div`);n.className=`foot`,n.append(this.#s(`by`),this.#i);let r=[`flags`,`kicker`,`hero`,`stops`,`line`,`reason`].map(e=>this.#s(e)),i=this.#s(`aloud`);i.setAttribute(`aria-live`,`polite`),i.hidden=!1,this.#e.append(...r,this.#r,this.#s(`away`),n,i),e.append(this.#t,this.#e)}show(e,t,n){let{words:r}=e;this.#t.hidden=!0,this.#e.hidden=!1,this.#e.lang=e.language,this.#e.dir=e.direction,this.#e.setAttribute(`aria-label`,r.by);for(let e of[`kicker`,`hero`,`stops`,`line`,`reason`,`by`])this.#c(e,r[e]);this.#l(e),this.#i.href=`${t}/orders`,this.#i.textContent!==r.more&&(this.#i.textContent=r.more),this.#o=r.away,this.#u(e.mapOpen?n:void 0,r.map)}tellAway(e){let t=this.#e.lang||`en`;this.#c(`away`,e===void 0?void 0:n(this.#o,e,t))}say(e){let t=this.#n.get(`aloud`);t&&(t.textContent=e)}#s(e){let t=document.createElement(`p`);return t.className=e,t.setAttribute(`part`,e),t.hidden=!0,this.#n.set(e,t),t}#c(e,t){let n=this.#n.get(e);n&&(n.textContent??``)!==(t??``)&&(n.textContent=t??``),n&&(n.hidden=!t)}#l(e){let t=e.words.flags.map(({tone:e,text:t})=>{let n=document.createElement(`span`);return n.className=`flag`,n.dataset.tone=e,n.textContent=t,n}),n=this.#n.get(`flags`);n?.replaceChildren(...t),n&&(n.hidden=t.length===0)}#u(e,t){e===void 0?(this.#a?.remove(),this.#a=void 0):this.#a?this.#a.src!==e&&(this.#a.src=e):(this.#a=h(e,t),this.#r.append(this.#a)),this.#r.hidden=!this.#a}};function h(e,t){let n=document.createElement(`iframe`);return n.src=e,n.title=t,n.referrerPolicy=`no-referrer`,n.setAttribute(`sandbox`,`allow-scripts allow-same-origin`),n}var g=`doorstep-tracker`,_=`doorstep-token-wanted`,v=b(document.currentScript?.src),y=class extends HTMLElement{static observedAttributes=[`token`,`token-url`,`lang`,`server`];#e=new m(this.attachShadow({mode:`open`}));#t=new e(e=>this.#e.say(e));#n;#r;#i;#a;connectedCallback(){this.#o()}disconnectedCallback(){this.#s()}attributeChangedCallback(e,t,n){this.isConnected&&t!==n&&this.#o()}#o(){this.#s();let e=b(this.getAttribute(`server`))??v;if(!e)return;let t={server:e,language:this.lang||document.documentElement.lang,token:()=>this.#c()};this.#n=new a(t,{message:(t,n)=>this.#l(t,e,n),hearing:e=>this.#u(e)}),this.#n.open()}#s(){clearTimeout(this.#a),this.#a=void 0,this.#n?.close(),this.#n=void 0}async#c(){let e=this.getAttribute(`token-url`);if(e)return s(e);let t=this.getAttribute(`token`);if(!c(t)||t===this.#r)this.dispatchEvent(new CustomEvent(_,{bubbles:!0,composed:!0}));else return this.#r=t,t}#l(e,t,n){let r=l(e);if(r){let e=new URLSearchParams({lang:r.language});this.#e.show(r,t,`${t}/embed/${n}/map?${e}`),this.#t.offer(r.words.announcement)}}#u(e){e?(this.#i=Date.now(),clearTimeout(this.#a),this.#a=void 0,this.#e.tellAway(void 0)):this.#a??=setTimeout(()=>this.#e.tellAway(this.#i),t)}};function b(e){if(e)try{let{origin:t,protocol:n}=new URL(e,document.baseURI);return n===`https:`||n===`http:`?t:void 0}catch{return}}customElements.get(g)||customElements.define(g,y)})();