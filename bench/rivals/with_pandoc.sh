#!/bin/sh
# pandoc knows one deck a call. `with_pandoc.sh OUT DECK.md…`
out=$1
shift
for deck; do
  name=${deck##*/}
  pandoc "$deck" -o "$out/${name%.md}.pptx" || exit
done
