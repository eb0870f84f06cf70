using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Models;

/// <summary>A table that a model made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Script">What identifies the script that made it.</param>
/// <param name="Content">What identifies the rows it was made of.</param>
/// <param name="Loaded">Whether sources fill what it is made of; it is empty where not.</param>
/// <param name="Key">The columns that identify a row; empty for none.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="MadeAt">When it was made, in UTC.</param>
/// <param name="Copied">Whether it was taken from the last version, because nothing it is made of had changed.</param>
internal sealed record ModelTable(string Name, string Script, string Content, bool Loaded, IReadOnlyList<string> Key, long Rows, DateTime MadeAt, bool Copied)
{
    /// <summary>Whether another would be the same: made by the same script of the same rows.</summary>
    public bool IsStill(ModelTable other) => Loaded && Name == other.Name && Script == other.Script && Content == other.Content;
}

/// <summary>The warehouse's own record of the tables that models made.</summary>
internal static class ModelLog
{
    public static void Write(Session session, IReadOnlyList<ModelTable> tables)
    {
        foreach (var table in tables)
        {
            session.Execute(
                $"INSERT INTO merit.model_tables VALUES ($1, $2, $3, $4, {SqlText.List(table.Key)}::VARCHAR[], $5, $6)",
                table.Name, table.Script, table.Content, table.Loaded, table.Rows, table.MadeAt);
        }
    }

    /// <summary>Those of a version; none where it was made before there were models.</summary>
    public static IReadOnlyList<ModelTable> Read(Session session) =>
        session.Scalar<long>("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'merit' AND table_name = 'model_tables'") == 0
            ? []
            : session.Query(
                "SELECT name, script, content, loaded, key_columns, row_count, made_at FROM merit.model_tables ORDER BY rowid",
                r => new ModelTable(
                    r.GetString(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetFieldValue<List<string>>(4), r.GetInt64(5), r.GetDateTime(6), Copied: false));

    /// <summary>The rows of a table, in its order.</summary>
    public static IReadOnlyList<object?[]> Rows(Session session, string table) => session.Query(
        $"SELECT * FROM main.{SqlText.Name(table)} ORDER BY rowid",
        r => Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? null : r.GetFieldType(i) == typeof(DateOnly) ? r.GetFieldValue<DateOnly>(i) : r.GetValue(i)).ToArray());
}
