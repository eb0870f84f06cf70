using Merit.Diagnostics;
using Merit.Host.Testing;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Testing;

/// <summary>Keeps what tests of the data found in the version they looked at: <c>merit.data_tests</c>.</summary>
internal static class DataTestLog
{
    public static void Write(Session session, IReadOnlyList<DataTestResult> results) => session.AsOne(() =>
    {
        session.Execute("DELETE FROM merit.data_tests");
        foreach (var result in results)
        {
            session.Execute(
                "INSERT INTO merit.data_tests VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                result.Name, result.Label, result.LabelZh, $"{result.Outcome}", result.Failing, result.Detail, result.DetailZh,
                result.IsWarning, result.BlocksDelivery, result.At.File, (long)result.At.Line);
        }
    });

    /// <summary>The results, in the order of the tests' declaration.</summary>
    public static IReadOnlyList<DataTestResult> Read(Session session) => session.Query(
        "SELECT name, label, label_zh, outcome, failing, detail, detail_zh, is_warning, blocks_delivery, file, line FROM merit.data_tests ORDER BY rowid",
        r => new DataTestResult(r.GetString(0), Enum.Parse<DataTestOutcome>(r.GetString(3)), r.GetInt64(4), r.GetString(5), r.GetString(6), new Place(r.GetString(9), (int)r.GetInt64(10)))
        {
            Label = r.GetString(1),
            LabelZh = r.GetString(2),
            IsWarning = r.GetBoolean(7),
            BlocksDelivery = r.GetBoolean(8),
        });
}
