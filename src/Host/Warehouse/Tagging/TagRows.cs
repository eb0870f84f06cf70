using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Links;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Tagging;

/// <summary>Links asked for in a CSV file: a row each, under the headers campaign, url, source, medium, content and term.</summary>
internal static class TagRows
{
    private static readonly string[] Needed = ["campaign", "url", "source", "medium"];

    /// <summary>The file's rows.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="path">The file, absolute.</param>
    /// <param name="shown">Its name in messages.</param>
    public static IReadOnlyList<LinkTag> Read(Workspace workspace, string path, string shown)
    {
        if (!File.Exists(path))
        {
            throw new MeritException(LoadRules.NoFileToLookAt.Here(shown));
        }

        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = Path.Combine(workspace.StateDirectory, "check"), Threads = 1, AllowedDirectories = [Path.GetDirectoryName(path) ?? "."] });
        var rows = $"read_csv({SqlText.Text(path)}, header = true, all_varchar = true, null_padding = true)";
        var headers = session.Query($"DESCRIBE SELECT * FROM {rows}", r => r.GetString(0));
        if (Needed.FirstOrDefault(n => !headers.Contains(n, StringComparer.OrdinalIgnoreCase)) is { } missing)
        {
            throw new MeritException(LinkRules.Missing.At(new Place(shown, 1), missing, $"The first line of {shown} names the columns: campaign,url,source,medium and, where you like, content,term."));
        }

        var line = 1;
        return session.Query($"SELECT * FROM {rows}", r =>
        {
            line++;
            string? Get(string column) => headers.ToList().FindIndex(h => string.Equals(h, column, StringComparison.OrdinalIgnoreCase)) is >= 0 and var i && !r.IsDBNull(i) ? r.GetString(i).Trim() : null;
            return new LinkTag(Get("url") ?? "", Get("campaign"), Get("source"), Get("medium")) { Content = Get("content"), Term = Get("term"), At = new Place(shown, line) };
        });
    }
}
