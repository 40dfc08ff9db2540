# Reduces a font to the glyphs that Guichet draws: `subset_font.py IN OUT CODEPOINTS [--units N] [--tabular]`.
# CODEPOINTS is a comma-separated list of hexadecimal codes and ranges, or @ and a file that contains one.
# --units N rescales to a coarser grid of N units per em, which saves bytes.
# --tabular makes all digits equally wide: Dear ImGui applies no OpenType features.
import logging
import sys

from fontTools import subset, ttLib
from fontTools.ttLib.scaleUpem import scale_upem

logging.disable(logging.WARNING)  # hides warnings about tables of the icon font that are dropped


def codepoints(text):
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def make_figures_tabular(font):
    table = font["GSUB"].table
    for feature in table.FeatureList.FeatureRecord:
        if feature.FeatureTag != "tnum":
            continue
        for index in feature.Feature.LookupListIndex:
            for lookup in table.LookupList.Lookup[index].SubTable:
                single = getattr(lookup, "ExtSubTable", lookup)
                mapping = getattr(single, "mapping", {})
                for cmap in font["cmap"].tables:
                    for code, glyph in list(cmap.cmap.items()):
                        if 0x30 <= code <= 0x39 and glyph in mapping:
                            cmap.cmap[code] = mapping[glyph]


source, target, codes = sys.argv[1:4]
if codes.startswith("@"):
    codes = open(codes[1:], encoding="ascii").read()
if codes.startswith("@"):
    codes = open(codes[1:], encoding="ascii").read()
font = ttLib.TTFont(source)
if "--tabular" in sys.argv and "GSUB" in font:
    make_figures_tabular(font)

options = subset.Options()
options.layout_features = []
options.hinting = False
options.desubroutinize = True
options.notdef_outline = True
options.name_IDs = [1, 2]
options.name_languages = [0x409]
options.glyph_names = False
options.drop_tables += ["GPOS", "GSUB", "GDEF", "FFTM", "STAT"]
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=list(codepoints(codes)))
subsetter.subset(font)
if "--units" in sys.argv:
    scale_upem(font, int(sys.argv[sys.argv.index("--units") + 1]))
font.recalcTimestamp = False  # reproducible output
font.save(target)
