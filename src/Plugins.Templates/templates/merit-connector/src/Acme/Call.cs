using System.Globalization;
using System.Text.RegularExpressions;

namespace Acme;

/// <summary>A call, as the phone system notes it: <c>2025-03-01T09:12:00 id=C1 from=+8613800000001 line=4001 seconds=37</c>.</summary>
internal sealed partial record Call(string Id, DateTime At, string From, string Line, long Seconds)
{
    /// <summary>The call of a line, or null where it is none.</summary>
    public static Call? Of(string line)
    {
        var found = Written().Match(line);
        return found.Success
            && DateTime.TryParseExact(found.Groups["at"].Value, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && long.TryParse(found.Groups["seconds"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new Call(found.Groups["id"].Value, at, found.Groups["from"].Value, found.Groups["line"].Value, seconds)
            : null;
    }

    [GeneratedRegex(@"^(?<at>\S+) id=(?<id>\S+) from=(?<from>\S*) line=(?<line>\S+) seconds=(?<seconds>\d+)$")]
    private static partial Regex Written();
}
