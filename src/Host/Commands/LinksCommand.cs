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
            if (single && result.GetResult(_from) is not null)
            {
                result.AddError("--from names a file of links, so neither a campaign nor a part of a link stands beside it.");
            }
        });
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var declared = IsDeclared(parsed);
        if (declared && workspace.Inbound.Links.Count == 0)
        {
            Output.Finding(CommandRules.Usage.Here("nothing says which link to make, and merit.yaml declares no short addresses.", "give a campaign with --url, --source and --medium, or a file with --from."));
            return Task.FromResult(ExitCode.WrongUsage);
        }

        var desk = new LinkDesk(workspace);
        var links = desk.Make(Asked(parsed, workspace), stop);
        var shorts = declared ? Shorts(workspace, links) : null;
        var files = parsed.GetValue(_qr) is { } folder ? Draw(links, shorts, Path.GetFullPath(folder, Around.CurrentDirectory)) : [];
        if (links.Count > 0)
        {
            _list.Write(parsed, Around, Listed(links, shorts, files, workspace.Locale is "zh-CN"));
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

    // Without anything asked for, the short addresses that merit.yaml declares.
    private IReadOnlyList<LinkTag> Asked(ParseResult parsed, Workspace workspace) => parsed.GetValue(_from) is { } file
        ? TagRows.Read(workspace, Path.GetFullPath(file, Around.CurrentDirectory), file)
        : IsDeclared(parsed) ? [.. workspace.Inbound.Links.Select(l => l.Tag)]
        : [new LinkTag(parsed.GetValue(_url) ?? "", parsed.GetValue(_campaign), parsed.GetValue(_source), parsed.GetValue(_medium)) { Content = parsed.GetValue(_content), Term = parsed.GetValue(_term) }];

    // The same name twice, which only values that differ in marks have, is told apart by a number.
    private List<string> Draw(IReadOnlyList<TaggedLink> links, IReadOnlyList<(string Name, string Address)>? shorts, string folder)
    {
        List<string> names = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        try
        {
            Directory.CreateDirectory(folder);
            for (var i = 0; i < links.Count; i++)
            {
                var (own, address) = shorts?[i] ?? (links[i].FileName, links[i].Address);
                var name = own;
                for (var n = 2; !taken.Add(name); n++)
                {
                    name = $"{own}-{n}";
                }

                var code = QrCode.Of(address);
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

    private bool IsDeclared(ParseResult parsed) => parsed.GetValue(_from) is null && parsed.GetValue(_campaign) is null && new[] { _url, _source, _medium, _content, _term }.All(o => parsed.GetValue(o) is null);

    // A code that holds a short address can lead elsewhere tomorrow, and is counted.
    private static IReadOnlyList<(string Name, string Address)> Shorts(Workspace workspace, IReadOnlyList<TaggedLink> links)
    {
        var root = workspace.Inbound.Address ?? throw new MeritException(LinkRules.NoShortAddress.Here());
        return [.. links.Select(l => workspace.Inbound.Links.First(d => d.Tag == l.Tag)).Select(d => (d.Name, d.AddressAt(root)))];
    }

    private static Listing Listed(IReadOnlyList<TaggedLink> links, IReadOnlyList<(string Name, string Address)>? shorts, List<string> files, bool chinese)
    {
        List<(string Id, string Label, Func<int, object?> Value)> columns =
        [
            ("campaign", chinese ? "活动" : "Campaign", i => links[i].Campaign?.Id ?? links[i].Tag.Campaign),
            ("channel", chinese ? "渠道" : "Channel", i => links[i].Channel),
            ("link", chinese ? "链接" : "Link", i => links[i].Address),
        ];
        if (shorts is not null)
        {
            columns.Insert(2, ("short_address", chinese ? "短链接" : "Short address", i => shorts[i].Address));
        }

        if (files.Count > 0)
        {
            columns.Add(("qr", chinese ? "二维码" : "QR code", i => files[i]));
        }

        return new Listing([.. columns.Select(c => c.Id)], [.. links.Select((_, i) => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(i))])]) { Labels = [.. columns.Select(c => c.Label)] };
    }
}
