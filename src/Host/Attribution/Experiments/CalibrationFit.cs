using System.Globalization;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution.Experiments;

/// <summary>
/// Finds for each channel or campaign tested the factor by which its touches have to count more or less, so that on the days of its experiments it has the conversions
/// that they measured, while every conversion is still given once.
/// </summary>
/// <remarks>
/// A touch's share is its share by the model times its factor, divided by the sum of these over the conversion. Of all ways to share out every conversion among its own touches
/// with these totals, that is the one nearest to the model in relative entropy (Csiszár 1975, I-divergence geometry; the fitting is that of Deming and Stephan 1940). The
/// factors are found by Newton's method on their logarithms; each step needs sums over conversions, which the engine adds up from one row for all conversions alike. The
/// matrix of a step is dominated by its diagonal, so that the step is solved by going over its rows again and again. Totals that cannot all be reached are approached by
/// scaling every factor by what its total lacks, until nothing moves: what was tested then has conversions in proportion to what was measured, as far as there are any to divide.
/// </remarks>
internal sealed class CalibrationFit
{
    /// <summary>A factor is at most this, and at least one over it: beyond, a channel has all or nothing of what others share with it.</summary>
    public const double Most = 1e9;

    private const string Cells = "temp.calibrated_cells";
    private const int MostSteps = 60;
    private const int MostRounds = 200;
    private const double Close = 1e-10;
    private const double Still = 1e-10;
    private const double LongestStep = 2;

    private readonly Session _session;
    private readonly IReadOnlyList<Evidence> _tested;
    private readonly List<string> _cells;
    private readonly string _sums;

    /// <param name="session">A warehouse with its credits.</param>
    /// <param name="model">The model.</param>
    /// <param name="kind">The kind of conversion.</param>
    /// <param name="tested">What was tested of that kind.</param>
    /// <param name="credits">The table that has the model's credit.</param>
    public CalibrationFit(Session session, string model, string kind, IReadOnlyList<Evidence> tested, string credits = CalibratedCredits.Kept)
    {
        (_session, _tested) = (session, tested);
        var cell = $"concat({string.Join(", ", tested.Select(t => $"CASE WHEN {t.What.Touches} THEN '1' ELSE '0' END"))})";
        var days = tested.Select((t, i) => $"({string.Join(" + ", t.Experiments.Select(During))}) AS days_{Text(i)}");
        var touches = $"SELECT conversion_id, {cell} AS cell, {SqlText.Name(model)} AS share, {string.Join(", ", days)} FROM {credits} WHERE kind = {SqlText.Text(kind)} AND touch_id IS NOT NULL";
        _cells = [.. session.Query($"SELECT DISTINCT cell FROM ({touches}) ORDER BY cell", row => row.GetString(0))];
        var shares = string.Join(", ", _cells.Select((c, i) => $"coalesce(fsum(share) FILTER (cell = '{c}'), 0) AS cell_{Text(i)}"));
        var ofDays = string.Join(", ", tested.Select((_, i) => $"any_value(days_{Text(i)})::DOUBLE AS days_{Text(i)}"));
        var counted = string.Join(" + ", tested.Select((_, i) => $"days_{Text(i)}"));
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE calibrated_cells AS
            SELECT * EXCLUDE (conversion_id), count(*)::DOUBLE AS conversions
            FROM (SELECT conversion_id, {(_cells.Count > 0 ? shares : "0e0 AS cell_0")}, {ofDays} FROM ({touches}) WHERE {counted} > 0 GROUP BY conversion_id HAVING fsum(share) > 0)
            GROUP BY ALL
            """);
        _sums = string.Join(", ", tested.Select((_, u) => $"coalesce(fsum(conversions * days_{Text(u)} * part_{Text(u)}), 0)")
            .Concat(Pairs().Select(p => $"coalesce(fsum(conversions * days_{Text(p.U)} * ({Part(c => Has(c, p.U) && Has(c, p.V))} / total - part_{Text(p.U)} * part_{Text(p.V)})), 0)")));
    }

    /// <summary>The factors, and what each then has on its days, in the order given.</summary>
    public (IReadOnlyList<double> Factors, IReadOnlyList<double> Given) Find()
    {
        var found = Reach();
        var (logs, given) = Off(found.Given) <= Close ? found : Approach();
        return ([.. logs.Select(Math.Exp)], given);
    }

    private (double[] Logs, double[] Given) Reach()
    {
        var logs = new double[_tested.Count];
        var (given, slopes) = AddUp(logs);
        var longest = LongestStep;
        for (var (step, moved) = (0, 1d); step < MostSteps && moved > Still && Off(given) > Close; step++)
        {
            var before = Off(given);
            double[] next = [.. logs.Zip(Solve(logs, given, slopes), (log, d) => Math.Clamp(log + Math.Clamp(d, -longest, longest), -Math.Log(Most), Math.Log(Most)))];
            (given, slopes) = AddUp(next);
            moved = next.Zip(logs, (a, b) => Math.Abs(a - b)).Max();
            logs = next;

            // Past the mark: what cannot be reached keeps everything in motion otherwise.
            longest = Off(given) > before ? longest / 2 : longest;
        }

        return (logs, given);
    }

    private (double[] Logs, double[] Given) Approach()
    {
        var logs = new double[_tested.Count];
        var (given, _) = AddUp(logs);
        for (var (round, moved) = (0, 1d); round < MostRounds && moved > Still; round++)
        {
            var before = given;
            logs = [.. logs.Select((log, u) => Math.Clamp(log + Math.Clamp(Math.Log(Math.Max(_tested[u].Wanted, double.Epsilon) / given[u]), -LongestStep, LongestStep), -Math.Log(Most), Math.Log(Most)))];
            (given, _) = AddUp(logs);
            moved = given.Zip(before, (a, b) => Math.Abs(a - b) / Math.Max(1, b)).Max();
        }

        return (logs, given);
    }

    private (double[] Given, double[,] Slopes) AddUp(double[] logs)
    {
        var n = _tested.Count;
        var weighed = string.Join(", ", _cells.Select((c, i) => $"cell_{Text(i)} * {TermSql.Number(Math.Exp(logs.Where((_, u) => Has(c, u)).Sum()))} AS weight_{Text(i)}"));
        var total = _cells.Count == 0 ? "1e0" : string.Join(" + ", _cells.Select((_, i) => $"weight_{Text(i)}"));
        var parts = string.Join(", ", Enumerable.Range(0, n).Select(u => $"{Part(c => Has(c, u))} / total AS part_{Text(u)}"));
        return _session.Query(
            $"SELECT {_sums} FROM (SELECT *, {parts} FROM (SELECT *, {total} AS total FROM (SELECT *{(_cells.Count > 0 ? ", " : "")}{weighed} FROM {Cells})))",
            row =>
            {
                var slopes = new double[n, n];
                foreach (var ((u, v), i) in Pairs().Select((p, i) => (p, i)))
                {
                    slopes[u, v] = row.GetDouble(n + i);
                }

                return ((double[])[.. Enumerable.Range(0, n).Select(row.GetDouble)], slopes);
            })[0];
    }

    // Of those that lie at their bound and would go beyond, nothing more is asked.
    private double[] Solve(double[] logs, double[] given, double[,] slopes)
    {
        var n = logs.Length;
        var free = Enumerable.Range(0, n).Where(u => slopes[u, u] > 0 && !(Math.Abs(logs[u]) >= Math.Log(Most) && Math.Sign(_tested[u].Wanted - given[u]) == Math.Sign(logs[u]))).ToList();
        var direction = new double[n];
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var u in free)
            {
                direction[u] = (_tested[u].Wanted - given[u] - free.Where(v => v != u).Sum(v => slopes[u, v] * direction[v])) / slopes[u, u];
            }
        }

        return direction;
    }

    private double Off(double[] given) => given.Select((g, u) => Math.Abs(g - _tested[u].Wanted) / Math.Max(1, _tested[u].Wanted)).Max();

    private IEnumerable<(int U, int V)> Pairs() => from u in Enumerable.Range(0, _tested.Count) from v in Enumerable.Range(0, _tested.Count) select (u, v);

    private string Part(Func<string, bool> has) =>
        _cells.Select((c, i) => (c, i)).Where(c => has(c.c)).Select(c => $"weight_{Text(c.i)}").ToList() is { Count: > 0 } weights ? $"({string.Join(" + ", weights)})" : "0e0";

    private static bool Has(string cell, int unit) => cell[unit] == '1';

    private static string During(Experiment e) => $"(converted_at >= {Moment(e.From)} AND converted_at < {Moment(e.To)})::INTEGER";

    private static string Moment(DateTime at) => string.Create(CultureInfo.InvariantCulture, $"TIMESTAMP '{at:yyyy-MM-dd HH:mm:ss.ffffff}'");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
