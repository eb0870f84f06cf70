using DuckDB.NET.Data;

namespace Merit.Samples.Tests.Guide;

/// <summary>A folder's figures by the statements written by hand in this folder, straight on the engine.</summary>
internal sealed class ByHand : IDisposable
{
    private static readonly HashSet<string> Keyed = ["campaigns", "contacts", "accounts", "leads", "touchpoints", "opportunities", "orders"];

    private readonly Dictionary<(string Dimension, string Model), Dictionary<string, Dictionary<string, double?>>> asked = [];
    private readonly DuckDBConnection engine = new("Data Source=:memory:");

    public ByHand(string data)
    {
        engine.Open();
        foreach (var file in Directory.EnumerateFiles(data, "*.csv"))
        {
            var path = file.Replace("'", "''", StringComparison.Ordinal);

            // A row that comes twice, word for word, counts once where rows have a key.
            var distinct = Keyed.Contains(Path.GetFileNameWithoutExtension(file)) ? "distinct" : "";
            Run($"create table {Path.GetFileNameWithoutExtension(file)} as select {distinct} * from read_csv('{path}', header = true, all_varchar = true, nullstr = '')");
        }

        Prepare(Text("ByHand.sql"));
    }

    /// <summary>Every figure of every campaign or channel; a figure without a value is null.</summary>
    public Dictionary<string, Dictionary<string, double?>> By(string dimension, string model = "u-shaped")
    {
        if (asked.TryGetValue((dimension, model), out var known))
        {
            return known;
        }

        var sql = Text("ByHandFigures.sql")
            .Replace("$column", dimension == "campaign" ? "campaign_id" : "channel", StringComparison.Ordinal)
            .Replace("$shop", dimension == "campaign" ? "p.campaign, null" : "c.channel, p.first_channel", StringComparison.Ordinal)
            .Replace("$by", dimension, StringComparison.Ordinal)
            .Replace("$model", model, StringComparison.Ordinal);
        return asked[(dimension, model)] = Read(sql).ToDictionary(
            row => (string?)row["group"] ?? "",
            row => row.Where(f => f.Key != "group").ToDictionary(f => f.Key, f => (double?)f.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>Runs statements that other ones need.</summary>
    public void Prepare(string statements)
    {
        foreach (var statement in statements.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Run(statement);
        }
    }

    public double Number(string sql) => Convert.ToDouble(Read(sql).Single().Values.Single());

    public List<Dictionary<string, object?>> Read(string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object?>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount)
                .ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i), StringComparer.Ordinal));
        }

        return rows;
    }

    public void Dispose() => engine.Dispose();

    private void Run(string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Text(string name) => File.ReadAllText(Repository.PathTo("tests", "Samples", "Guide", name));
}
