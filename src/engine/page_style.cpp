#include "engine/page.h"

namespace demarche {

std::string_view page_style() {
  return R"css(
:root{color-scheme:light dark;--ground:#fbfaf7;--card:#fff;--ink:#1d1f23;--soft:#5d636e;--line:#dcd8ce;--link:#1f4f8f;
--actor:#1f4f8f;--trigger:#fbe3a4;--trigger-ink:#3a2a00;--voice:#7a2f83;--condition:#0d6b4f;--order:#a34708;--consequence:#a11f2e;--target:#fff3c9}
@media (prefers-color-scheme:dark){:root{--ground:#15171b;--card:#1d2026;--ink:#e6e4de;--soft:#9aa0ab;--line:#343a44;--link:#8fb8f0;
--actor:#8fb8f0;--trigger:#5b4608;--trigger-ink:#ffe9b0;--voice:#dfa3e8;--condition:#62d3ad;--order:#f5a864;--consequence:#ff8f9b;--target:#3d3410}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1rem}
a{color:var(--link)}
h1{font-size:1rem;margin:1rem 0 .5rem;letter-spacing:.04em}
h2{font-size:1.5rem;line-height:1.25;margin:0 0 .3rem}
h3{font-size:.8rem;text-transform:uppercase;letter-spacing:.08em;color:var(--soft);margin:1.6rem 0 .5rem}
.about{color:var(--soft);font-size:.88rem;margin:0 0 1rem}
.legend{display:flex;flex-wrap:wrap;gap:.35rem .9rem;font-size:.85rem;margin:0 0 1rem;padding:0;list-style:none}
article{border-top:1px solid var(--line);padding:1.4rem 0 2rem}
.text{font-family:Charter,"Iowan Old Style",Georgia,"Noto Serif",serif;font-size:1.08rem;line-height:1.75;max-width:44rem}
.text p{margin:0 0 1rem}
.m{color:inherit;text-decoration:none;border-radius:.15em}
.m:hover,.m:focus{outline:2px solid var(--link)}
.actor{text-decoration:underline dotted;text-decoration-color:var(--actor);text-decoration-thickness:2px;text-underline-offset:.18em;color:var(--actor)}
.trigger{background:var(--trigger);color:var(--trigger-ink);padding:.05em .12em;font-weight:600}
.voice{font-style:italic;color:var(--voice)}
.condition{border-bottom:3px solid var(--condition)}
.order{border-bottom:3px double var(--order)}
.consequence{border-bottom:3px dashed var(--consequence)}
.cue.condition{color:var(--condition)}.cue.order{color:var(--order)}.cue.consequence{color:var(--consequence)}
.cue{font-weight:600}
.text sup{font:600 .62em/1 system-ui,sans-serif;color:var(--soft);margin-left:.1em}
ol,ul{margin:0;padding:0;list-style:none}
.events li,.relations li,.notes li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:.4rem;padding:.5rem .7rem;margin:0 0 .5rem;font-size:.92rem;line-height:1.45}
li:target,.m:target,tr:target{background:var(--target)}
li:target{border-color:var(--link)}
.events .cooperation{border-left-color:var(--condition)}.events .conflict{border-left-color:var(--consequence)}
.relations .condition-card{border-left-color:var(--condition)}.relations .order-card{border-left-color:var(--order)}.relations .consequence-card{border-left-color:var(--consequence)}
.top{display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:baseline}
.id{font-weight:700;text-decoration:none}
.type{font-weight:600}
.code,.when,.how{color:var(--soft);font-size:.86em}
.when{margin-left:auto}
.status{font-size:.78em;border:1px solid var(--line);border-radius:1em;padding:0 .55em}
.status.occurred{border-color:var(--soft)}.status.denied{text-decoration:line-through}
.who{margin:.15rem 0}
.words{font-family:Charter,Georgia,serif;font-style:italic}
table{border-collapse:collapse;font-size:.9rem;width:100%}
td{padding:.2rem .6rem .2rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
td:first-child{font-family:ui-monospace,"Cascadia Mono",Menlo,monospace;font-size:.85em;white-space:nowrap}
footer{color:var(--soft);font-size:.85rem;padding-bottom:3rem}
footer li{margin:.2rem 0}
@media (min-width:60rem){
.columns{display:grid;grid-template-columns:minmax(0,7fr) minmax(22rem,5fr);gap:2.5rem;align-items:start}
.side{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:0 .3rem 1rem 0}
.side h3:first-child{margin-top:0}
}
@media print{.side{position:static;max-height:none;overflow:visible}}
)css";
}

}  // namespace demarche
