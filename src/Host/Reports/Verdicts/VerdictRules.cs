using Merit.Metrics.Results;

namespace Merit.Host.Reports.Verdicts;

/// <summary>The rules by which a campaign or channel is judged. They look at the planner's figures only; docs/reports.md explains them to readers.</summary>
/// <param name="AsOf">The last day the data tell about.</param>
/// <param name="CycleDays">The typical (median) days from lead to sale, or null where not known.</param>
internal sealed record VerdictRules(DateOnly AsOf, double? CycleDays)
{
    /// <summary>Fewer customers than this could as well be chance.</summary>
    public const int EnoughCustomers = 5;

    /// <summary>Fewer leads than this could as well be chance.</summary>
    public const int EnoughLeads = 20;

    /// <summary>Days until leads of a running campaign say something about it.</summary>
    public const int DaysForLeads = 14;

    /// <summary>The sales cycle assumed where none can be measured.</summary>
    public const double AssumedCycleDays = 30;

    /// <summary>A cost per lead of more than so many times its yardstick is past mending.</summary>
    public const double HopelessCpl = 2;

    /// <summary>The type of campaigns that are judged by their index.</summary>
    public const string IndexType = "brand";

    /// <summary>The score of an index whose every component just reaches its target.</summary>
    public const double IndexAtTarget = 80;

    public Verdict Judge(Subject subject)
    {
        if (subject.Type is IndexType)
        {
            return ByIndex(subject);
        }

        // Leads are judged by money only once there is enough of it, and something to judge it by.
        var byMoney = HasCustomers(subject) && (subject.Roi.Yardstick ?? subject.Cac.Yardstick) is not null && subject.Roi.Value is not null;
        return subject.Type is "revenue" || byMoney || (HasCustomers(subject) && subject.Roi.Value < 0) ? ByMoney(subject)
            : subject.Leads.Value > 0 || subject.Type is "lead-gen" ? ByLeads(subject)
            : ByMoney(subject);
    }

    private static bool HasCustomers(Subject subject) => subject.Customers.Value >= EnoughCustomers;

    private double Cycle => CycleDays ?? AssumedCycleDays;

    private Verdict ByMoney(Subject subject)
    {
        Gauge[] evidence = [subject.Roi, subject.Cac];
        var age = subject.Start is { } start ? AsOf.DayNumber - start.DayNumber : (int?)null;
        if (age < Cycle)
        {
            return Waiting(subject, VerdictKind.TooEarly, "early.money", (age ?? 0, Unit.Days), (Cycle, Unit.Days));
        }

        if (subject.Customers.Value is not { } customers || subject.Cost.Value is not { } cost)
        {
            return Unknown(subject, subject.Cost.Value is null ? subject.Cost : subject.Customers);
        }

        // At the price that is usual, the money would have bought enough customers: that there are fewer is no chance.
        var spentEnough = subject.Cac.Yardstick is { } usual && cost >= EnoughCustomers * usual;
        var waitedEnough = customers == 0 && age >= 2 * Cycle;
        if (customers < EnoughCustomers && !spentEnough && !waitedEnough)
        {
            return Waiting(subject, VerdictKind.TooFew, "few.customers", (customers, Unit.Number), (EnoughCustomers, Unit.Number));
        }

        if (subject.Roi.Value is not { } roi)
        {
            return Unknown(subject, subject.Roi);
        }

        // Money that bought no customer at all has no price per customer, but has missed its yardstick.
        var price = customers == 0 && subject.Cac.Yardstick is not null ? false : subject.Cac.Met;
        if (roi < 0)
        {
            return price == true
                ? Verdict(VerdictKind.Fix, "fix.loss", subject.Cost, earned: false)
                : Verdict(VerdictKind.Stop, "stop.loss", subject.Cost, earned: false);
        }

        return (Return: subject.Roi.Met, Price: price) switch
        {
            (true, true) => Verdict(VerdictKind.Grow, "grow.money", subject.Profit, earned: true),
            (true, null) => Verdict(VerdictKind.Grow, "grow.return", subject.Profit, earned: true),
            (null, true) => Verdict(VerdictKind.Grow, "grow.price", subject.Profit, earned: true),
            (null, null) => Verdict(VerdictKind.Keep, "keep.unmeasured", subject.Profit, earned: true),
            (true, false) => Verdict(VerdictKind.Keep, "keep.price", subject.Profit, earned: true),
            (null, false) => Verdict(VerdictKind.Keep, "keep.price-only", subject.Profit, earned: true),
            (false, true) => Verdict(VerdictKind.Keep, "keep.return", subject.Profit, earned: true),
            (false, null) => Verdict(VerdictKind.Fix, "fix.return", subject.Cost, earned: false),
            (false, false) => Verdict(VerdictKind.Fix, "fix.money", subject.Cost, earned: false),
        };

        Verdict Verdict(VerdictKind kind, string why, Gauge stake, bool earned) => new(subject, kind, why, evidence, At(stake, earned));
    }

    private Verdict ByLeads(Subject subject)
    {
        Gauge[] evidence = HasCustomers(subject) ? [subject.Cpl, subject.LeadToMql, subject.Roi] : [subject.Cpl, subject.LeadToMql];
        var running = subject.End is null || subject.End >= AsOf;
        if (subject.Start is { } start && running && AsOf.DayNumber - start.DayNumber is var age && age < DaysForLeads)
        {
            return Waiting(subject, VerdictKind.TooEarly, "early.leads", (age, Unit.Days), (DaysForLeads, Unit.Days));
        }

        if (subject.Leads.Value is not { } leads)
        {
            return Unknown(subject, subject.Leads);
        }

        var spentEnough = subject.Cpl.Yardstick is { } price && subject.Cost.Value >= EnoughLeads * price;
        if (leads < EnoughLeads && !spentEnough)
        {
            return Waiting(subject, VerdictKind.TooFew, "few.leads", (leads, Unit.Number), (EnoughLeads, Unit.Number));
        }

        // Money that bought no lead at all has no cost per lead, but has missed its yardstick.
        var cheap = leads == 0 && spentEnough ? false : subject.Cpl.Met;
        var hopeless = cheap == false && (leads == 0 || subject.Cpl.Value > HopelessCpl * subject.Cpl.Yardstick);
        return (cheap, Good: subject.LeadToMql.Met) switch
        {
            (true, true) => Verdict(VerdictKind.Grow, "grow.leads"),
            (true, null) => Verdict(VerdictKind.Keep, "keep.quality-unmeasured"),
            (true, false) => Verdict(VerdictKind.Fix, "fix.quality"),
            (null, true) => Verdict(VerdictKind.Keep, "keep.price-unmeasured"),
            (null, false) => Verdict(VerdictKind.Fix, "fix.quality"),
            (false, true) => hopeless ? Verdict(VerdictKind.Fix, "fix.dear") : Verdict(VerdictKind.Keep, "keep.dear"),
            (false, _) when hopeless => Verdict(VerdictKind.Stop, "stop.leads"),
            (false, false) => Verdict(VerdictKind.Fix, "fix.leads"),
            (false, null) => Verdict(VerdictKind.Fix, "fix.price"),
            _ => subject.Cpl.Value is null && subject.LeadToMql.Value is null ? Unknown(subject, subject.Cpl) : Verdict(VerdictKind.Unknown, "unknown.yardstick"),
        };

        Verdict Verdict(VerdictKind kind, string why)
        {
            var earned = HasCustomers(subject) && subject.Profit.Value is not null && kind is VerdictKind.Grow or VerdictKind.Keep;
            return new(subject, kind, why, evidence, At(earned ? subject.Profit : subject.Cost, earned));
        }
    }

    // An index says how well the targets are met, not what the campaign earns: that is no ground to stop or to grow it.
    private Verdict ByIndex(Subject subject)
    {
        if (subject.Score.Value is not { } score)
        {
            return Unknown(subject, subject.Score);
        }

        var kind = score >= IndexAtTarget ? VerdictKind.Keep : VerdictKind.Fix;
        return new Verdict(subject, kind, kind == VerdictKind.Keep ? "keep.index" : "fix.index", [subject.Score, .. subject.Parts], At(subject.Cost, earned: false))
        {
            Numbers = [(score, Unit.Score), (IndexAtTarget, Unit.Number)],
        };
    }

    private static Stake? At(Gauge gauge, bool earned) => gauge.Value is null ? null : new Stake(gauge.Metric, gauge.Figure, earned);

    private static Verdict Waiting(Subject subject, VerdictKind kind, string why, params (double, Unit)[] numbers) =>
        new(subject, kind, why, [], At(subject.Cost, earned: false)) { Numbers = numbers };

    private static Verdict Unknown(Subject subject, Gauge missing) =>
        new(subject, VerdictKind.Unknown, "unknown.figure", [missing], At(subject.Cost, earned: false));
}
