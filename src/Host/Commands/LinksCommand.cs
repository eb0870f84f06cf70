using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Links;
using Merit.Host.Warehouse.Tagging;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>merit links</c></summary>
internal sealed class LinksCommand : Verb
{
    private readonly Argument<string?> _campaign = new("CAMPAIGN") { Description = "The campaign: its id, its utm_campaign or its name.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string> _url = new("--url") { Description = "The page the link leads to.", HelpName = "URL" };

    private readonly Option<string> _source = new("--source") { Description = "Where the link will stand, such as newsletter: utm_source.", HelpName = "TEXT" };

    private readonly Option<string> _medium = new("--medium") { Description = "What kind of thing that is, such as email: utm_medium.", HelpName = "TEXT" };

    private readonly Option<string> _content = new("--content") { Description = "Which of several links there: utm_content.", HelpName = "TEXT" };

    private readonly Option<string> _term = new("--term") { Description = "The keyword: utm_term.", HelpName = "TEXT" };

    private readonly Option<string> _from = new("--from") { Description = "A CSV file with a row for each link, under campaign,url,source,medium and, where you like, content,term.", HelpName = "FILE" };

    private readonly Option<string> _qr = new("--qr") { Description = "The folder for a QR code of each link, as PNG and as SVG.", HelpName = "DIR" };

    private readonly ListOptions _list = new();

    public LinksCommand(Surroundings around)
        : base("links", "Makes tagged links, says which channel their touches will have, and draws their QR codes.", around)
    {
        Arguments.Add(_campaign);
        foreach (var option in new Option[] { _url, _source, _medium, _content, _term, _from, _qr })
        {
            Options.Add(option);
        }

        _list.AddTo(this);
        Validators.Add(result =>
        {
            var single = result.GetResult(_campaign) is { Tokens.Count: > 0 } || new Option[] { _url, _source, _medium, _content, _term }.Any(o => result.GetResult(o) is not null);
            if (single == (result.GetResult(_from) is not null))
            {
                result.AddError(single ? "--from names a file of links, so neither a campaign nor a part of a link stands beside it." : "give a campaign with --url, --source and --medium, or --from with a file of links.");
            }
        });
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var desk = new LinkDesk(workspace);
        var links = desk.Make(Asked(parsed, workspace), stop);
        var files = parsed.GetValue(_qr) is { } folder ? Draw(links, Path.GetFullPath(folder, Around.CurrentDirectory)) : [];
        if (links.Count > 0)
        {
            _list.Write(parsed, Around, Listed(links, files, workspace.Locale is "zh-CN"));
        }

        foreach (var finding in desk.Findings)
        {
            Output.Finding(finding);
        }

        if (files.Count > 0)
        {
            Output.Note($"Written: {Counted.Of(files.Count, "QR code")}, each as PNG and as SVG.");
        }

        return Task.FromResult(Done());
    }

    private IReadOnlyList<LinkTag> Asked(ParseResult parsed, Workspace workspace) => parsed.GetValue(_from) is { } file
        ? TagRows.Read(workspace, Path.GetFullPath(file, Around.CurrentDirectory), file)
        : [new LinkTag(parsed.GetValue(_url) ?? "", parsed.GetValue(_campaign), parsed.GetValue(_source), parsed.GetValue(_medium)) { Content = parsed.GetValue(_content), Term = parsed.GetValue(_term) }];

    // The same name twice, which only values that differ in marks have, is told apart by a number.
    private List<string> Draw(IReadOnlyList<TaggedLink> links, string folder)
    {
        List<string> names = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var link in links)
            {
                var name = link.FileName;
                for (var n = 2; !taken.Add(name); n++)
                {
                    name = $"{link.FileName}-{n}";
                }

                var code = QrCode.Of(link.Address);
                File.WriteAllBytes(Path.Combine(folder, $"{name}.png"), code.Png());
                File.WriteAllText(Path.Combine(folder, $"{name}.svg"), code.Svg());
                names.Add(Around.Shown(Path.Combine(folder, name)));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(CommandRules.CannotWrite.Here(folder, failure.Message), failure);
        }

        return names;
    }

    private static Listing Listed(IReadOnlyList<TaggedLink> links, List<string> files, bool chinese)
    {
        string[] ids = files.Count > 0 ? ["campaign", "channel", "link", "qr"] : ["campaign", "channel", "link"];
        string[] labels = chinese ? ["活动", "渠道", "链接", "二维码"] : ["Campaign", "Channel", "Link", "QR code"];
        return new Listing(ids, [.. links.Select((l, i) => (IReadOnlyList<object?>)[l.Campaign?.Id ?? l.Tag.Campaign, l.Channel, l.Address, .. files.Count > 0 ? new object?[] { files[i] } : []])])
        {
            Labels = labels[..ids.Length],
        };
    }
}
