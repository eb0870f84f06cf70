using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Pipeline;
using Merit.Host.Warehouse.Forgetting;

namespace Merit.Host.Commands;

/// <summary><c>merit forget</c></summary>
internal sealed class ForgetCommand : Verb
{
    private readonly PersonOptions _person = new();

    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };

    private readonly Option<string?> _by = new("--by") { Description = "Who asks for it, for the list; the user of this machine unless given.", HelpName = "NAME" };

    private readonly Option<bool> _show = new("--list") { Description = "List who was forgotten: when, who asked, how many rows; nothing of the people themselves." };

    private readonly ListOptions _list = new();

    public ForgetCommand(Surroundings around)
        : base("forget", "Forgets a person: nothing that says who it was stays in the warehouse, and later loads do not bring it back.", around)
    {
        _person.AddTo(this, _show);
        foreach (var option in new Option[] { _yes, _by, _show })
        {
            Options.Add(option);
        }

        _list.AddTo(this);
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var list = ForgottenPeople.Read(workspace);
        if (parsed.GetValue(_show))
        {
            _list.Write(parsed, Around, Listing(list));
            return Done();
        }

        var name = _person.Read(parsed);
        if (list.Unfinished.Count > 0)
        {
            Output.Note("A forgetting that was interrupted is ended first.");
            Say(await Around.Stages.LoadAsync(workspace, catalog, Output, stop));
        }

        if (Around.Stages.IsForgotten(workspace, name))
        {
            Output.Note("That person is forgotten already.");
            return Done();
        }

        var person = Around.Stages.ExplainContact(workspace, name, stop);
        var rows = string.Join(", ", person.Rows.Select(r => $"{r.Table} {Counted.Number(r.Count)}"));
        Output.Note($"To be forgotten: {person.Id}, {Counted.Of(person.Records.Count, "contact id")}, rows: {(rows.Length == 0 ? "none" : rows)}. All sources are loaded for it. It cannot be undone.");
        if (!parsed.GetValue(_yes))
        {
            if (Output.Ask is not { } ask)
            {
                Output.Finding(CommandRules.Usage.Here("forgetting cannot be undone, and there is nobody here to ask.", "add --yes."));
                return ExitCode.WrongUsage;
            }

            if (!ask("Forget this person? Type yes: "))
            {
                Output.Note("Nobody is forgotten.");
                return Done();
            }
        }

        var by = parsed.GetValue(_by) ?? Around.Environment.GetValueOrDefault("USER") ?? Around.Environment.GetValueOrDefault("USERNAME") ?? "unknown";
        var forgotten = await Around.Stages.ForgetAsync(workspace, catalog, name, by, Output, stop);
        Say(forgotten.Load);
        Output.Note($"Forgotten: {forgotten.Person.Id} stands in the rows that stay. {ForgottenPeople.FileName} knows the person by hashes: keep it with merit.yaml, or the next load brings them back where a source still has them.");
        foreach (var file in forgotten.StillNaming)
        {
            Output.Finding(IdentityRules.StillNamed.At(new Place(file.Replace('\\', '/'))));
        }

        return Done();
    }

    // What the data are like is not what was asked for here; 'merit load' tells it.
    private void Say(LoadResult load) => Output.Note($"Published version {Counted.Number(load.Version)} of the warehouse; all versions before it are gone.");

    private static Listing Listing(ForgottenPeople list) => new(
        ["at", "by", "id", "state", "rows"],
        [.. list.People.Select(p => (IReadOnlyList<object?>)[p.At, p.By, p.Id, State(p), Rows(p)])])
    {
        Labels = ["when (UTC)", "asked by", "stands in for them", "state", "rows"],
        Texts = [.. list.People.Select(p => (IReadOnlyList<string>)[p.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), p.By, p.Id, State(p), Rows(p)])],
    };

    private static string State(ForgottenPerson person) => person.Done ? "done" : "begun: the next load ends it";

    private static string Rows(ForgottenPerson person) => string.Join(", ", person.Rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {Counted.Number(r.Value)}"));
}
