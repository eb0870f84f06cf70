using Merit.Metrics.Language;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Random expressions over the rows of one table, of the whole row language.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="table">The table.</param>
/// <param name="names">Parameters and segments that may be used, by kind.</param>
internal sealed class RandomTerms(Random random, string table, IReadOnlyList<Term> names)
{
    private static readonly decimal[] Numbers = [0, 1, 2, -1, 5, 80, 0.5m, 1.25m, 20];

    public Term Of(Kind kind, int depth) => kind switch
    {
        Kind.Number => Number(depth),
        Kind.Text => Text(depth),
        Kind.Flag => Flag(depth),
        Kind.Day => Day(depth),
        _ => Time(depth),
    };

    private Term Number(int depth) => depth <= 0 ? Leaf(Kind.Number) : random.Next(20) switch
    {
        0 or 1 => Terms.Computed("+", Number(depth - 1), Number(depth - 1)),
        2 => Terms.Computed("-", Number(depth - 1), Number(depth - 1)),
        3 or 4 => Terms.Computed("*", Number(depth - 1), Number(0)),
        5 or 6 => Terms.Computed("/", Number(depth - 1), Number(depth - 1)),
        7 => Terms.Negated(Number(depth - 1)),
        8 => Terms.Absolute(Number(depth - 1)),
        9 => Terms.Rounded(Number(depth - 1), random.Next(0, 3)),
        10 => Terms.Whole(Number(depth - 1), random.Next(2) == 0),
        11 => Terms.Squared(Number(0)),
        12 => Terms.Extreme(Number(depth - 1), Number(depth - 1), random.Next(2) == 0),
        13 => Conditions.Long(Text(depth - 1)),
        14 => random.Next(2) == 0 ? Calendar.Part(Time(depth - 1), Pick(Calendar.Parts)) : Calendar.Part(Day(depth - 1), Pick(Calendar.Parts[..^1])),
        15 => Conditions.Between(Pick(Enum.GetValues<ElapsedUnit>()), Time(depth - 1), Time(depth - 1)),
        16 => random.Next(2) == 0 ? Conditions.WholeDays(Day(depth - 1), Time(depth - 1)) : Conditions.WholeDays(Time(depth - 1), Day(depth - 1)),
        17 => Conditions.WholeDays(Day(depth - 1), Day(depth - 1)),
        _ => Chosen(Kind.Number, depth),
    };

    private Term Text(int depth) => depth <= 0 ? Leaf(Kind.Text) : random.Next(6) switch
    {
        0 or 1 => Conditions.Changed(Pick("Lower", "Upper", "Trim"), Text(depth - 1)),
        2 => Leaf(Kind.Text),
        _ => Chosen(Kind.Text, depth),
    };

    private Term Day(int depth) => depth <= 0 ? Leaf(Kind.Day) : random.Next(6) switch
    {
        0 => Calendar.Start(Time(depth - 1), Pick(Calendar.Starts)),
        1 => Calendar.Start(Day(depth - 1), Pick(Calendar.Starts[1..])),
        2 => Terms.Extreme(Day(depth - 1), Day(depth - 1), random.Next(2) == 0),
        _ => Chosen(Kind.Day, depth),
    };

    private Term Time(int depth) => depth <= 0 ? Leaf(Kind.Time) : random.Next(4) switch
    {
        0 => Terms.Extreme(Time(depth - 1), Time(depth - 1), random.Next(2) == 0),
        1 => Leaf(Kind.Time),
        _ => Chosen(Kind.Time, depth),
    };

    private Term Flag(int depth) => depth <= 0 ? Leaf(Kind.Flag) : random.Next(14) switch
    {
        0 or 1 => Conditions.Both(Flag(depth - 1), Flag(depth - 1)),
        2 or 3 => Conditions.Either(Flag(depth - 1), Flag(depth - 1)),
        4 or 5 => Conditions.Not(Flag(depth - 1)),
        6 => Conditions.Has(Of(Pick(Enum.GetValues<Kind>()), depth - 1)),
        7 => Listed(depth),
        8 => Conditions.Text(Pick("Contains", "StartsWith", "EndsWith"), Text(depth - 1), Pick("EB", "o'b", "%", "x", "社", "", " ")),
        9 => random.Next(3) switch
        {
            0 => Conditions.Between(Number(depth - 1), -1m, Pick(Numbers)),
            1 => Conditions.Between(Day(depth - 1), new DateOnly(2024, 2, 29), new DateOnly(2025, 3, 31)),
            _ => Conditions.OnDays(Time(depth - 1), new DateOnly(2025, 3, 9), Pick(new DateOnly(2025, 3, 31), new DateOnly(2025, 11, 2), DateOnly.MaxValue)),
        },
        10 => Calendar.OnWeekday(random.Next(2) == 0 ? Time(depth - 1) : Day(depth - 1), [DayOfWeek.Sunday, Pick(Enum.GetValues<DayOfWeek>())]),
        _ => Compared(depth),
    };

    private Term Listed(int depth) => random.Next(3) switch
    {
        0 => Conditions.In(Number(depth - 1), [Pick(Numbers), 1m], random.Next(2) == 0),
        1 => Conditions.In(Text(depth - 1), [Pick("webinar", "O'Brien", ""), "社交"], random.Next(2) == 0),
        _ => Conditions.In(Day(depth - 1), [new DateOnly(2025, 3, 31), new DateOnly(2024, 2, 29)], random.Next(2) == 0),
    };

    // Texts and yes-or-no are equal or not; all else has an order.
    private Term Compared(int depth)
    {
        var kind = Pick(Enum.GetValues<Kind>());
        var op = kind is Kind.Text or Kind.Flag ? Pick("==", "!=") : Pick("==", "!=", "<", "<=", ">", ">=");
        return Conditions.Compared(op, Of(kind, depth - 1), random.Next(3) == 0 ? Of(kind, depth - 1) : Constant(kind));
    }

    private Term Chosen(Kind kind, int depth) => random.Next(5) switch
    {
        0 => Terms.Choice(Flag(depth - 1), Of(kind, depth - 1), null),
        1 => Terms.Choice(Flag(depth - 1), Of(kind, depth - 1), Of(kind, depth - 1)),
        2 => Terms.Cases(Flag(depth - 1), Of(kind, depth - 1), Flag(depth - 1), Constant(kind), Of(kind, depth - 1)),
        3 => Terms.First(Of(kind, depth - 1), Constant(kind)),
        _ => Terms.First(Of(kind, depth - 1), Of(kind, depth - 1)),
    };

    private Term Leaf(Kind kind)
    {
        var columns = RandomRows.Columns.Where(c => c.Table == table && c.Kind == kind && !IsLevel(c.Name)).ToList();
        var own = names.Where(n => n.Kind == kind).ToList();
        return own.Count > 0 && random.Next(5) == 0 ? Pick(own)
            : columns.Count > 0 && random.Next(5) > 0 && RandomRows.Pick(random, columns) is var column ? Terms.Column(table, column.Name, kind, column.Exact)
            : Constant(kind);
    }

    // A level is not added up; it has aggregates of its own.
    private static bool IsLevel(string column) => column is "followers";

    private Term Constant(Kind kind) => kind switch
    {
        Kind.Number => Terms.Number(Pick(Numbers)),
        Kind.Text => Terms.Literal(Pick("webinar", "100%_x", "O'Brien", "社交", "'; --"), kind),
        Kind.Flag => Terms.Literal(random.Next(2) == 0, kind),
        Kind.Day => Terms.Literal(DateOnly.FromDateTime(RandomRows.Instant(random)), kind),

        // Noon is on every clock once.
        _ => Terms.Literal(RandomRows.Instant(random).Date.AddHours(12), kind),
    };

    private T Pick<T>(params IReadOnlyList<T> values) => RandomRows.Pick(random, values);
}
