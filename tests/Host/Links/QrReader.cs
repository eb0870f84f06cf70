using System.Text;

namespace Merit.Host.Tests.Links;

/// <summary>Reads a QR code's squares as ISO/IEC 18004 has it, apart from the library that draws them: format, mask, zigzag, interleaved blocks, segments. It mends no errors.</summary>
internal static class QrReader
{
    // Of level Q, by version: the places of alignment patterns; blocks and data codewords in each of the first and the second group.
    private static readonly (int[] Alignment, (int Blocks, int Words)[] Groups)[] Versions =
    [
        ([], [(1, 13)]), ([6, 18], [(1, 22)]), ([6, 22], [(2, 17)]), ([6, 26], [(2, 24)]), ([6, 30], [(2, 15), (2, 16)]), ([6, 34], [(4, 19)]), ([6, 22, 38], [(2, 14), (4, 15)]),
        ([6, 24, 42], [(4, 18), (2, 19)]), ([6, 26, 46], [(4, 16), (4, 17)]), ([6, 28, 50], [(6, 19), (2, 20)]), ([6, 30, 54], [(4, 22), (4, 23)]), ([6, 32, 58], [(4, 20), (6, 21)]),
    ];

    /// <summary>The text of a code.</summary>
    /// <param name="dark">Whether a square is dark, by row and column, without the border.</param>
    public static string Read(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var version = Versions[((size - 17) / 4) - 1];
        var format = 0;
        for (var i = 0; i < 6; i++)
        {
            format = (format << 1) | (dark[8, i] ? 1 : 0);
        }

        format ^= 0b101010; // The first six of the mask 101010000010010.
        Assert.Equal(0b11, format >> 4); // Level Q.
        var mask = (format >> 1) & 0b111;
        var words = Words(dark, size, version.Alignment, mask);
        return Text(Deinterleaved(words, version.Groups), (size - 17) / 4);
    }

    private static List<byte> Words(bool[,] dark, int size, int[] alignment, int mask)
    {
        List<byte> words = [];
        var (word, bits) = (0, 0);
        var up = true;
        for (var right = size - 1; right > 0; right -= 2)
        {
            right -= right == 6 ? 1 : 0;
            for (var step = 0; step < size; step++)
            {
                var row = up ? size - 1 - step : step;
                foreach (var column in new[] { right, right - 1 })
                {
                    if (IsFixed(row, column, size, alignment))
                    {
                        continue;
                    }

                    word = (word << 1) | (dark[row, column] ^ Masked(mask, row, column) ? 1 : 0);
                    if (++bits == 8)
                    {
                        words.Add((byte)word);
                        (word, bits) = (0, 0);
                    }
                }
            }

            up = !up;
        }

        return words;
    }

    private static bool IsFixed(int row, int column, int size, int[] alignment)
    {
        if (row == 6 || column == 6 || (row < 9 && (column < 9 || column >= size - 8)) || (column < 9 && row >= size - 8))
        {
            return true;
        }

        if (size >= 45 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11)))
        {
            return true;
        }

        var corners = alignment.Length == 0 ? (-1, -1) : (alignment[0], alignment[^1]);
        return alignment.Any(r => alignment.Any(c => Math.Abs(row - r) <= 2 && Math.Abs(column - c) <= 2
            && !((r == corners.Item1 && c == corners.Item1) || (r == corners.Item1 && c == corners.Item2) || (r == corners.Item2 && c == corners.Item1))));
    }

    private static bool Masked(int mask, int i, int j) => mask switch
    {
        0 => (i + j) % 2 == 0,
        1 => i % 2 == 0,
        2 => j % 3 == 0,
        3 => (i + j) % 3 == 0,
        4 => ((i / 2) + (j / 3)) % 2 == 0,
        5 => (i * j % 2) + (i * j % 3) == 0,
        6 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
        _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
    };

    private static List<byte> Deinterleaved(List<byte> words, (int Blocks, int Words)[] groups)
    {
        List<List<byte>> blocks = [.. groups.SelectMany(g => Enumerable.Range(0, g.Blocks).Select(_ => new List<byte>(g.Words)))];
        List<int> lengths = [.. groups.SelectMany(g => Enumerable.Repeat(g.Words, g.Blocks))];
        var next = 0;
        for (var place = 0; place < lengths.Max(); place++)
        {
            for (var b = 0; b < blocks.Count; b++)
            {
                if (place < lengths[b])
                {
                    blocks[b].Add(words[next++]);
                }
            }
        }

        return [.. blocks.SelectMany(b => b)];
    }

    private static string Text(List<byte> words, int version)
    {
        const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        var at = 0;
        int Take(int bits)
        {
            var value = 0;
            for (var i = 0; i < bits; i++, at++)
            {
                value = (value << 1) | ((words[at / 8] >> (7 - (at % 8))) & 1);
            }

            return value;
        }

        List<byte> text = [];
        while (at + 4 <= words.Count * 8 && Take(4) is var mode and not 0)
        {
            switch (mode)
            {
                case 0b0100:
                    for (var n = Take(version < 10 ? 8 : 16); n > 0; n--)
                    {
                        text.Add((byte)Take(8));
                    }

                    break;
                case 0b0010:
                    var length = Take(version < 10 ? 9 : 11);
                    for (; length > 1; length -= 2)
                    {
                        var pair = Take(11);
                        text.AddRange([(byte)Letters[pair / 45], (byte)Letters[pair % 45]]);
                    }

                    if (length == 1)
                    {
                        text.Add((byte)Letters[Take(6)]);
                    }

                    break;
                case 0b0111:
                    Take(8);
                    break;
                default:
                    throw new InvalidDataException($"A segment of mode {mode}.");
            }
        }

        return Encoding.UTF8.GetString([.. text]);
    }
}
