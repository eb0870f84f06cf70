using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Requests;

namespace Merit.Host.Access;

/// <summary>A rule on rows: a filter in whose values <c>{user.NAME}</c> stands for what is known of the user. What is put in is a value, never a part of the filter.</summary>
internal static class RowRule
{
    private const string Begin = "{user.";
    private const string End = "}";

    /// <summary>The filters of a visitor; throws where a rule needs what is not known of them, so that nothing is shown rather than everything.</summary>
    public static IReadOnlyList<Filter> For(Visitor visitor, AccessSettings settings) => [.. settings.RulesOf(visitor).Select(rule => For(visitor, rule))];

    /// <summary>The filter as it is written; throws <see cref="MeritException"/> where it is none.</summary>
    public static Filter Parse(string rule)
    {
        Filter filter;
        try
        {
            filter = FilterParser.Parse(rule);
        }
        catch (MeritException wrong)
        {
            throw new MeritException(AccessRules.NoFilter.Here(rule, wrong.Diagnostics[0].Message), wrong);
        }

        return TimeGrains.Of(filter.Dimension) is null && filter.Dimension is not ("model" or "days_since" or "weeks_since" or "months_since")
            ? filter
            : throw new MeritException(AccessRules.BadRowRule.Here(filter.Dimension));
    }

    private static Filter For(Visitor visitor, string rule)
    {
        var filter = Parse(rule);
        var values = filter.Values.SelectMany(value => Values(visitor, rule, value)).ToList();
        return (values.Count, filter.Operator) switch
        {
            (1, _) or (_, FilterOperator.In or FilterOperator.NotIn) => filter with { Values = values },
            (_, FilterOperator.Equal) => filter with { Operator = FilterOperator.In, Values = values },
            (_, FilterOperator.NotEqual) => filter with { Operator = FilterOperator.NotIn, Values = values },
            _ => throw new MeritException(AccessRules.NoFilter.Here(rule, "it compares with one value, and the user has several.")),
        };
    }

    private static IReadOnlyList<string?> Values(Visitor visitor, string rule, string? value)
    {
        if (value is null || !value.StartsWith(Begin, StringComparison.Ordinal) || !value.EndsWith(End, StringComparison.Ordinal))
        {
            return [value];
        }

        var name = value[Begin.Length..^End.Length];
        return name is "name" ? [visitor.Name]
            : visitor.Attributes.GetValueOrDefault(name) is { Count: > 0 } known ? known
            : throw new MeritException(AccessRules.NoAttribute.Here(rule, name, visitor.Name));
    }
}
