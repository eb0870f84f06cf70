using System.CommandLine;
using System.Globalization;
using Merit.Host.Access;

namespace Merit.Host.Commands;

/// <summary><c>merit audit</c></summary>
internal sealed class AuditCommand : Verb
{
    private const int Usual = 50;

    private readonly Option<string> _who = new("--who") { Description = "Only what this user did; of a key, \"key NAME\".", HelpName = "NAME" };

    private readonly Option<int?> _last = new("--last") { Description = $"How many of the latest; {Usual} unless given.", HelpName = "N" };

    private readonly ListOptions _list = new();

    public AuditCommand(Surroundings around)
        : base("audit", "Lists who looked at what on 'merit serve', who signed in, and who changed users and keys.", around)
    {
        _last.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1))
            {
                result.AddError($"'{token.Value}' is not a value of --last: write a whole number above zero.");
            }
        });
        Options.Add(_who);
        Options.Add(_last);
        _list.AddTo(this);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var who = parsed.GetValue(_who);
        _list.Write(parsed, Around, new Listing(
            ["at", "who", "action", "target", "detail", "outcome", "status", "from"],
            [
                .. AuditLog.Read(Path.Combine(Project(parsed), ".merit")).Where(e => who is null || e.Who == who).TakeLast(parsed.GetValue(_last) ?? Usual).Select(e => (IReadOnlyList<object?>)
                [
                    e.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), e.Who, e.Action, e.Target, e.Detail, e.Outcome, e.Status, e.From,
                ]),
            ]));
        return Task.FromResult(Done());
    }
}
