#!/usr/bin/env bash
# Draws every icons/svg/NAME.svg of the bundles as icons/NAME.png (16 × 16) and icons/NAME@2x.png; NAME.wizard.svg is the
# picture in a wizard's header (75 × 66), NAME.picture.svg one on a page (168 × 84). Needs rsvg-convert.
# Both are committed: a build machine need not have it, and Eclipse before 2025 cannot draw SVG.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
command -v rsvg-convert >/dev/null || { echo "rsvg-convert is missing: apt install librsvg2-bin" >&2; exit 2; }
for svg in "$root"/bundles/*/icons/svg/*.svg; do
    folder=${svg%/svg/*}
    name=$(basename "$svg" .svg)
    width=16
    height=16
    case $name in
        *.wizard) width=75 height=66 ;;
        *.picture) width=168 height=84 ;;
    esac
    rsvg-convert -w $width -h $height "$svg" -o "$folder/$name.png"
    rsvg-convert -w $((2 * width)) -h $((2 * height)) "$svg" -o "$folder/$name@2x.png"
done
