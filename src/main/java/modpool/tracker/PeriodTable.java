package modpool.tracker;

import modpool.bridge.RenderThread;

/// Periods of all notes at the 16 finetunes. Finetunes are numbered as files do: 0..7, then -8..-1.
///
/// A finetune's periods fall and end in a 0, which every search finds at last. Looking further, as
/// a high arpeggio does, meets the next finetune's lowest notes, as in ProTracker; behind the last
/// finetune there are zeros.
final class PeriodTable {
  private static final int FINETUNES = 16;
  private static final int FURTHEST = 15; // semitones that an arpeggio adds
  private static final int OCTAVE = 12;

  /// C-1..B-3 as ProTracker has them: octaves are not exact halves, some finetunes stray.
  private static final int[][] AMIGA_PERIODS = {
    {
      856, 808, 762, 720, 678, 640, 604, 570, 538, 508, 480, 453,
      428, 404, 381, 360, 339, 320, 302, 285, 269, 254, 240, 226,
      214, 202, 190, 180, 170, 160, 151, 143, 135, 127, 120, 113
    },
    {
      850, 802, 757, 715, 674, 637, 601, 567, 535, 505, 477, 450,
      425, 401, 379, 357, 337, 318, 300, 284, 268, 253, 239, 225,
      213, 201, 189, 179, 169, 159, 150, 142, 134, 126, 119, 113
    },
    {
      844, 796, 752, 709, 670, 632, 597, 563, 532, 502, 474, 447,
      422, 398, 376, 355, 335, 316, 298, 282, 266, 251, 237, 224,
      211, 199, 188, 177, 167, 158, 149, 141, 133, 125, 118, 112
    },
    {
      838, 791, 746, 704, 665, 628, 592, 559, 528, 498, 470, 444,
      419, 395, 373, 352, 332, 314, 296, 280, 264, 249, 235, 222,
      209, 198, 187, 176, 166, 157, 148, 140, 132, 125, 118, 111
    },
    {
      832, 785, 741, 699, 660, 623, 588, 555, 524, 495, 467, 441,
      416, 392, 370, 350, 330, 312, 294, 278, 262, 247, 233, 220,
      208, 196, 185, 175, 165, 156, 147, 139, 131, 124, 117, 110
    },
    {
      826, 779, 736, 694, 655, 619, 584, 551, 520, 491, 463, 437,
      413, 390, 368, 347, 328, 309, 292, 276, 260, 245, 232, 219,
      206, 195, 184, 174, 164, 155, 146, 138, 130, 123, 116, 109
    },
    {
      820, 774, 730, 689, 651, 614, 580, 547, 516, 487, 460, 434,
      410, 387, 365, 345, 325, 307, 290, 274, 258, 244, 230, 217,
      205, 193, 183, 172, 163, 154, 145, 137, 129, 122, 115, 109
    },
    {
      814, 768, 725, 684, 646, 610, 575, 543, 513, 484, 457, 431,
      407, 384, 363, 342, 323, 305, 288, 272, 256, 242, 228, 216,
      204, 192, 181, 171, 161, 152, 144, 136, 128, 121, 114, 108
    },
    {
      907, 856, 808, 762, 720, 678, 640, 604, 570, 538, 508, 480,
      453, 428, 404, 381, 360, 339, 320, 302, 285, 269, 254, 240,
      226, 214, 202, 190, 180, 170, 160, 151, 143, 135, 127, 120
    },
    {
      900, 850, 802, 757, 715, 675, 636, 601, 567, 535, 505, 477,
      450, 425, 401, 379, 357, 337, 318, 300, 284, 268, 253, 238,
      225, 212, 200, 189, 179, 169, 159, 150, 142, 134, 126, 119
    },
    {
      894, 844, 796, 752, 709, 670, 632, 597, 563, 532, 502, 474,
      447, 422, 398, 376, 355, 335, 316, 298, 282, 266, 251, 237,
      223, 211, 199, 188, 177, 167, 158, 149, 141, 133, 125, 118
    },
    {
      887, 838, 791, 746, 704, 665, 628, 592, 559, 528, 498, 470,
      444, 419, 395, 373, 352, 332, 314, 296, 280, 264, 249, 235,
      222, 209, 198, 187, 176, 166, 157, 148, 140, 132, 125, 118
    },
    {
      881, 832, 785, 741, 699, 660, 623, 588, 555, 524, 494, 467,
      441, 416, 392, 370, 350, 330, 312, 294, 278, 262, 247, 233,
      220, 208, 196, 185, 175, 165, 156, 147, 139, 131, 123, 117
    },
    {
      875, 826, 779, 736, 694, 655, 619, 584, 551, 520, 491, 463,
      437, 413, 390, 368, 347, 328, 309, 292, 276, 260, 245, 232,
      219, 206, 195, 184, 174, 164, 155, 146, 138, 130, 123, 116
    },
    {
      868, 820, 774, 730, 689, 651, 614, 580, 547, 516, 487, 460,
      434, 410, 387, 365, 345, 325, 307, 290, 274, 258, 244, 230,
      217, 205, 193, 183, 172, 163, 154, 145, 137, 129, 122, 115
    },
    {
      862, 814, 768, 725, 684, 646, 610, 575, 543, 513, 484, 457,
      431, 407, 384, 363, 342, 323, 305, 288, 272, 256, 242, 228,
      216, 203, 192, 181, 171, 161, 152, 144, 136, 128, 121, 114
    }
  };

  /// ProTracker's three octaves.
  static final PeriodTable AMIGA = new PeriodTable(AMIGA_PERIODS);

  /// Six octaves, one below ProTracker's and two above, for trackers on PCs.
  static final PeriodTable WIDE = new PeriodTable(widened());

  private final int notes;
  private final int[] periods;

  private PeriodTable(int[][] finetunes) {
    notes = finetunes[0].length;
    periods = new int[FINETUNES * (notes + 1) + FURTHEST];
    for (int finetune = 0; finetune < FINETUNES; finetune++) {
      System.arraycopy(finetunes[finetune], 0, periods, finetune * (notes + 1), notes);
    }
  }

  private static int[][] widened() {
    int[][] wide = new int[FINETUNES][];
    for (int finetune = 0; finetune < FINETUNES; finetune++) {
      int[] classic = AMIGA_PERIODS[finetune];
      int[] row = new int[classic.length + 3 * OCTAVE];
      System.arraycopy(classic, 0, row, OCTAVE, classic.length);
      for (int i = 0; i < OCTAVE; i++) {
        int highest = classic[classic.length - OCTAVE + i];
        row[i] = classic[i] * 2;
        row[OCTAVE + classic.length + i] = (highest + 1) / 2;
        row[2 * OCTAVE + classic.length + i] = (highest + 2) / 4;
      }
      wide[finetune] = row;
    }
    return wide;
  }

  /// The last note's number.
  @RenderThread
  int lastNote() {
    return notes - 1;
  }

  /// A note's period.
  ///
  /// @param note 0..[#lastNote()], and 15 more
  @RenderThread
  int at(int finetune, int note) {
    return periods[finetune * (notes + 1) + note];
  }

  /// The lowest note that is not below a period; one more than the last note for a period beyond
  /// all; -1 for one that is negative.
  @RenderThread
  int noteOf(int finetune, int period) {
    int from = finetune * (notes + 1);
    for (int note = 0; note <= notes; note++) {
      if (period >= periods[from + note]) {
        return note;
      }
    }
    return -1;
  }
}
