using System.Globalization;
using Merit.Connectors.Http.Describing;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Reading;

/// <summary>A part of what is asked for.</summary>
/// <param name="Values">What templates are filled from.</param>
/// <param name="Name">How messages name it; nothing where there is only one.</param>
/// <param name="Days">Its days, where it is one of days.</param>
internal sealed record Slice(IReadOnlyDictionary<string, string> Values, string Name, (DateOnly From, DateOnly To)? Days);

/// <summary>Cuts the days of a stream into slices.</summary>
internal static class Slices
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The days not yet answered for good, up to today in the source's zone.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> Days(DescriptionFile file, DatesDescription dates, string? reached, ReadRequest request)
    {
        var start = Template.Fill(dates.First, file.Values);
        if (!DateOnly.TryParseExact(start, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            throw new WrongDescriptionException("settings", $"'{start}' is no first day to read from.", "Write it as 2025-01-01.");
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Clock.GetUtcNow(), request.Zone).DateTime);
        if (dates.Oldest is { } oldest && today.AddDays(-oldest) is var edge && edge > first)
        {
            first = edge;
        }

        // The day of the last read was not over then.
        var back = Math.Max(1, request.Lookback is { } lookback ? (int)Math.Ceiling(lookback.TotalDays) : dates.Restated);
        var from = reached is null or "" ? first : DateOnly.ParseExact(reached, Day, CultureInfo.InvariantCulture).AddDays(1 - back);
        for (var day = from < first ? first : from; day <= today; day = day.AddDays(dates.Days))
        {
            yield return (day, day.AddDays(dates.Days - 1) is var last && last < today ? last : today);
        }
    }

    public static Slice Of((DateOnly From, DateOnly To) days, string format, IReadOnlyDictionary<string, string> values)
    {
        var filled = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var (name, day) in new[] { ("from", days.From), ("to", days.To) })
        {
            filled[name] = day.ToString(format, CultureInfo.InvariantCulture);
            filled[$"{name}.year"] = day.Year.ToString(CultureInfo.InvariantCulture);
            filled[$"{name}.month"] = day.Month.ToString(CultureInfo.InvariantCulture);
            filled[$"{name}.day"] = day.Day.ToString(CultureInfo.InvariantCulture);
        }

        return new Slice(filled, string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}, "), days);
    }

    /// <summary>Two halves of some days; none of a single one.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> Halves((DateOnly From, DateOnly To) days)
    {
        var middle = days.From.AddDays((days.To.DayNumber - days.From.DayNumber) / 2);
        return days.From == days.To ? [] : [(days.From, middle), (middle.AddDays(1), days.To)];
    }

    public static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}
