namespace Merit.Host.Links;

/// <summary>A link that says where its visitors come from.</summary>
/// <param name="Tag">What was asked for.</param>
/// <param name="Campaign">The campaign touches by it are given to, or null.</param>
/// <param name="Utm">Its UTM values, in order.</param>
/// <param name="Channel">The channel touches by it will have.</param>
internal sealed record TaggedLink(LinkTag Tag, TaggedCampaign? Campaign, IReadOnlyList<(string Name, string Value)> Utm, string Channel)
{
    /// <summary>The link.</summary>
    public string Address
    {
        get
        {
            var (page, fragment) = Tag.Url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (Tag.Url[..at], Tag.Url[at..]) : (Tag.Url, "");
            var join = page.Contains('?', StringComparison.Ordinal) ? page[^1] is '?' or '&' ? "" : "&" : "?";
            return $"{page}{join}{string.Join('&', Utm.Select(u => $"{u.Name}={Uri.EscapeDataString(u.Value)}"))}{fragment}";
        }
    }

    /// <summary>A file name for it, without extension.</summary>
    public string FileName => string.Join('-', Utm.Select(u => Plain(u.Value)).Where(v => v.Length > 0));

    // What is safe in the file name of every system; letters of any writing stay.
    private static string Plain(string value) =>
        string.Join('-', new string([.. value.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
