namespace Merit.Metrics.Language;

/// <summary>
/// Holds expressions to a size that can be planned. A loop that adds to an expression without end would otherwise end the process where nobody can say why: what follows
/// a tree calls itself as deep as the tree is.
/// </summary>
internal static class TreeSize
{
    private const int Deepest = 1_000;
    private const int Most = 100_000;

    /// <summary>The tree itself, unless it is too large.</summary>
    /// <exception cref="InvalidOperationException">It is too large; the message says so to whoever wrote it.</exception>
    public static T Checked<T>(T root, Func<T, IReadOnlyList<T>> parts)
    {
        var below = parts(root);
        if (below.Count == 0)
        {
            return root;
        }

        var waiting = new Stack<(T Node, int Depth)>(below.Select(p => (p, 1)));
        for (var seen = 0; waiting.TryPop(out var next); seen++)
        {
            if (seen > Most || next.Depth > Deepest)
            {
                throw new InvalidOperationException($"an expression is made of more than {(seen > Most ? Most : Deepest)} {(seen > Most ? "parts" : "steps")}");
            }

            foreach (var part in parts(next.Node))
            {
                waiting.Push((part, next.Depth + 1));
            }
        }

        return root;
    }
}
