using System.CommandLine;
using System.Globalization;
using Merit.Host.Explaining;

namespace Merit.Host.Commands;

/// <summary><c>merit explain</c></summary>
internal sealed class ExplainCommand : Verb
{
    private readonly Argument<string> _metric = new("METRIC") { Description = "The metric; 'merit metrics' lists them." };

    private readonly QuestionOptions _question = new();

    private readonly ParameterOption _parameters = new();

    private readonly Option<int?> _rows = new("--rows") { Description = "Show so many of the rows behind the value.", HelpName = "N" };

    private readonly Option<bool> _plan = new("--plan") { Description = "Show how the engine goes about the statement." };

    private readonly Option<string> _format = Words("--format", "How to write it", "text", "json");

    public ExplainCommand(Surroundings around)
        : base("explain", "Says what a metric means, what it is made of, where that comes from, and how it is asked.", around)
    {
        Arguments.Add(_metric);
        Subcommands.Add(new ExplainJourneyCommand(around));
        Subcommands.Add(new ExplainContactCommand(around));
        _question.AddTo(this);
        _rows.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1))
            {
                result.AddError($"'{token.Value}' is not a value of --rows: write a whole number above zero.");
            }
        });
        _parameters.AddTo(this);
        foreach (var option in new Option[] { _rows, _plan, _format })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        workspace = _parameters.Apply(parsed, workspace);
        if (_question.Read(parsed, [parsed.GetRequiredValue(_metric)], workspace, Around) is not { } question)
        {
            return Task.FromResult(ExitCode.WrongUsage);
        }

        var explanation = Around.Stages.Explain(workspace, new ExplainRequest(question, parsed.GetValue(_rows) ?? 0, parsed.GetValue(_plan)), stop);
        Output.Data(parsed.GetValue(_format) is "json" ? ExplanationJson.Of(explanation) : ExplanationText.Of(explanation, workspace));
        if (explanation.Answer is null)
        {
            Output.Note("Nothing is loaded yet, so there is no value: run 'merit load'.");
        }

        return Task.FromResult(Done());
    }
}
