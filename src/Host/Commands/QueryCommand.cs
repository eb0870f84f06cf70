using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Commands.Answers;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Commands;

/// <summary><c>merit query</c></summary>
internal sealed class QueryCommand : Verb
{
    private readonly Option<string[]> _metrics = Names("--metrics", "The metrics to show; 'merit metrics' lists them.");

    private readonly Option<string[]> _by = Names("--by", "The dimensions to group by, such as channel, campaign, month or leads.source.");

    private readonly Option<string> _period = new("--period") { Description = "The days asked about, such as 2025, 2025-Q1, 2025-03-01..2025-04-01, last-30d, last-month or all.", HelpName = "PERIOD" };

    private readonly Option<string[]> _where = new("--where") { Description = "A filter such as \"channel = email\"; given again, all must hold.", HelpName = "FILTER", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string> _model = new("--model") { Description = "The attribution model for attributed metrics; the workspace's default unless given.", HelpName = "MODEL" };

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
        foreach (var option in new Option[] { _metrics, _by, _period, _where, _model, _compare, _total, _sort, _limit })
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
        if (Asked(parsed, workspace) is not { } request)
        {
            return Task.FromResult(ExitCode.WrongUsage);
        }

        CheckModel(request, workspace);
        using var open = Around.Stages.Open(workspace, stop);
        var answer = open.Measures.Ask(request);
        _list.Write(parsed, Around, AnswerListing.Of(answer, workspace));
        foreach (var warning in AnswerListing.Deprecated(answer))
        {
            Output.Finding(warning);
        }

        foreach (var reason in AnswerListing.Reasons(answer))
        {
            Output.Note(reason);
        }

        return Task.FromResult(Done());
    }

    // The request, or null where the command line is wrong and that was said.
    private Request? Asked(ParseResult parsed, Workspace workspace)
    {
        var period = Read(parsed.GetValue(_period), text => Around.Stages.Period(text, workspace));
        var filters = (parsed.GetValue(_where) ?? []).Select(text => Read(text, FilterParser.Parse)).ToList();
        if (Output.Failed)
        {
            return null;
        }

        return new Request
        {
            Metrics = parsed.GetValue(_metrics) ?? [],
            By = parsed.GetValue(_by) ?? [],
            Period = period ?? Period.All,
            Where = [.. filters.OfType<Filter>()],
            Model = parsed.GetValue(_model),
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
        };
    }

    private T? Read<T>(string? text, Func<string, T> parse)
        where T : class
    {
        try
        {
            return text is null ? null : parse(text);
        }
        catch (MeritException wrong)
        {
            foreach (var finding in wrong.Diagnostics)
            {
                Output.Finding(finding);
            }

            return null;
        }
    }

    private void CheckModel(Request request, Workspace workspace)
    {
        if (request.Model is not { } model)
        {
            return;
        }

        if (workspace.Attribution.Models.All(m => !string.Equals(m.Name, model, StringComparison.Ordinal)))
        {
            throw new MeritException(CommandRules.UnknownModel.Here(model, Suggestion.For(model, workspace.Attribution.Models.Select(m => m.Name))));
        }

        var known = Around.Stages.Metrics(workspace).ToDictionary(m => m.Column.Id, StringComparer.Ordinal);
        if (request.Metrics.All(id => known.TryGetValue(id, out var metric) && !metric.Attributed))
        {
            throw new MeritException(CommandRules.UselessModel.Here(model, string.Join(", ", request.Metrics)));
        }
    }
}
