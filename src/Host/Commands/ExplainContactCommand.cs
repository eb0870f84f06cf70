using System.CommandLine;
using Merit.Host.Explaining;

namespace Merit.Host.Commands;

/// <summary><c>merit explain contact</c></summary>
internal sealed class ExplainContactCommand : Verb
{
    private readonly PersonOptions _person = new();

    private readonly Option<string> _format = Words("--format", "How to write it", "text", "json");

    public ExplainContactCommand(Surroundings around)
        : base("contact", "Shows one person: the records that became it, by which values, what would split it, and what it did.", around)
    {
        _person.AddTo(this);
        Options.Add(_format);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var person = Around.Stages.ExplainContact(workspace, _person.Read(parsed), stop);
        Output.Data(parsed.GetValue(_format) is "json" ? PersonJson.Of(person) : PersonText.Of(person));
        if (workspace.Identity is null)
        {
            Output.Note("Each contact_id is a person of its own: 'identity' in merit.yaml says what joins them.");
        }

        return Task.FromResult(Done());
    }
}
