using System.Text.Json.Nodes;

namespace Merit.Host.Inbound;

/// <summary>A short address at work.</summary>
/// <param name="Link">What it is.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Journal">Where it is written down that somebody came.</param>
/// <param name="Pace">How many come in a minute at most.</param>
internal sealed record LeadOn(ShortLink Link, string Address, EventJournal? Journal, Pace Pace)
{
    /// <summary>What is written down of a visit: which link it was, and nothing about who came.</summary>
    public JsonObject Scan()
    {
        var scan = new JsonObject { ["link"] = Link.Name };
        foreach (var part in new Uri(Address).Query.TrimStart('?').Split('&').Where(p => p.StartsWith("utm_", StringComparison.Ordinal)))
        {
            var (name, value) = part.Split('=', 2) is [var n, var v] ? (n, v) : (part, "");
            scan[name] = Uri.UnescapeDataString(value);
        }

        return scan;
    }
}
