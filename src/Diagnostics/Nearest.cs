namespace Merit.Diagnostics;

/// <summary>Finds what a misspelled name probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the smallest edit distance to <paramref name="name"/>, when it is close enough to be a slip
    /// (at most a third of the name's length, at least two edits, or merely its beginning); otherwise null.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <param name="atMost">A limit of edits of the caller's own; then a mere beginning does not count.</param>
    public static string? To(string name, IEnumerable<string> candidates, int? atMost = null)
    {
        var limit = atMost ?? Math.Max(2, name.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates)
        {
            var begun = atMost is null && name.Length > 2 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase);
            var distance = begun ? Math.Min(1, candidate.Length - name.Length) : Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    // Damerau–Levenshtein in its restricted form: a swap of neighbours is one slip, not two.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
