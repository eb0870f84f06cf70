using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;

namespace Merit.Host.Testing;

/// <summary>What a test asks, and the day it asks on.</summary>
internal sealed record TestQuestion(Request Request, DateOnly Today)
{
    // Two days that no relative period means the same on.
    private static readonly DateOnly[] AnyDays = [new(2001, 2, 7), new(2050, 11, 17)];

    private static readonly DateOnly LongAfter = new(2100, 1, 1);

    /// <summary>Reads a test's question; throws with what cannot be read, at the test.</summary>
    public static TestQuestion Of(TestDefinition test, DayOfWeek weekStart)
    {
        try
        {
            var period = PeriodOf(test, weekStart);
            var request = new Request
            {
                Metrics = [.. test.Expectations.Select(e => e.Metric).Distinct(StringComparer.Ordinal)],
                By = test.By,
                Period = period,
                Where = [.. test.Where.Select(FilterParser.Parse)],
                Total = test.By.Count > 0 && test.Expectations.Any(e => e.Group is null),
                Model = test.Model,
            };
            return new TestQuestion(request, Given(test) ?? period.To ?? LongAfter);
        }
        catch (MeritException wrong)
        {
            throw new MeritException([.. wrong.Diagnostics.Select(d => d.At is null ? d with { At = test.At } : d)], wrong);
        }
    }

    private static Period PeriodOf(TestDefinition test, DayOfWeek weekStart)
    {
        if (Given(test) is { } today)
        {
            return PeriodParser.Parse(test.Period, today, weekStart);
        }

        var (one, other) = (PeriodParser.Parse(test.Period, AnyDays[0], weekStart), PeriodParser.Parse(test.Period, AnyDays[1], weekStart));
        return one == other ? one : throw new MeritException(TestRules.NeedsToday.At(test.At, test.Period));
    }

    private static DateOnly? Given(TestDefinition test) => test.Today?.Time is { } time ? DateOnly.FromDateTime(time) : null;
}
