using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics.Rules;
using Merit.Host.Commands.Answers;
using Merit.Metrics.Requests;

namespace Merit.Host.Commands;

/// <summary><c>merit query</c></summary>
internal sealed class QueryCommand : Verb
{
    private readonly Option<string[]> _metrics = Names("--metrics", "The metrics to show; 'merit metrics' lists them.");

    private readonly QuestionOptions _question = new();

    private readonly Option<string> _compare = Words("--compare", "What to show beside each figure", "previous", "year-ago", "target");

    private readonly Option<bool> _total = new("--total") { Description = "End with a total, computed from rows, never summed." };

    private readonly Option<string[]> _sort = Names("--sort", "Metrics or dimensions to sort by; a leading - sorts downwards.");

    private readonly Option<int?> _limit = new("--limit") { Description = "How many groups at most.", HelpName = "N" };

    private readonly ParameterOption _parameters = new();

    private readonly ListOptions _list = new();

    public QueryCommand(Surroundings around)
        : base("query", "Answers one question: metrics by dimensions over a period.", around)
    {
        _metrics.Required = true;
        _limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) || n < 1))
            {
                result.AddError($"'{token.Value}' is not a value of --limit: write a whole number above zero.");
            }
        });
        Options.Add(_metrics);
        _question.AddTo(this);
        foreach (var option in new Option[] { _compare, _total, _sort, _limit })
        {
            Options.Add(option);
        }

        _parameters.AddTo(this);
        _list.AddTo(this);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        workspace = _parameters.Apply(parsed, workspace);
        if (_question.Read(parsed, parsed.GetValue(_metrics) ?? [], workspace, Around) is not { } question)
        {
            return Task.FromResult(ExitCode.WrongUsage);
        }

        QuestionOptions.CheckModel(question, workspace, () => Around.Stages.Metrics(workspace, withTests: false));
        using var open = Around.Stages.Open(workspace, stop);
        var answer = open.Measures.Ask(question with
        {
            Compare = parsed.GetValue(_compare) switch
            {
                "previous" => Comparison.Previous,
                "year-ago" => Comparison.YearAgo,
                "target" => Comparison.Target,
                _ => Comparison.None,
            },
            Total = parsed.GetValue(_total),
            Sort = parsed.GetValue(_sort) ?? [],
            Limit = parsed.GetValue(_limit),
        });
        _list.Write(parsed, Around, AnswerListing.Of(answer, workspace));
        foreach (var warning in AnswerListing.Deprecated(answer))
        {
            Output.Finding(warning);
        }

        foreach (var model in open.Measures.Schema.Participation.Where(m => AnswerListing.Follows(answer, m)))
        {
            Output.Finding(AttributionRules.Participation.Here(model));
        }

        foreach (var reason in AnswerListing.Reasons(answer))
        {
            Output.Note(reason);
        }

        return Task.FromResult(Done());
    }
}
