// What the curators’ pages gain from a script; every one of them works without it.
"use strict";
