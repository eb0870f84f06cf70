namespace Merit.Metrics.Language;

/// <summary>Which ids may be declared: a metric's id becomes a C# name, <c>metrics.cpl</c>.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern " +
         "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override " +
         "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof " +
         "uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    public static bool IsMetricId(string id) => IsName(id, '_') && !Keywords.Contains(id);

    public static bool IsScorecardId(string id) => IsName(id.Replace('-', '_'), '_');

    private static bool IsName(string id, char joiner) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == joiner);
}
