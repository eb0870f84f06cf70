using System.Globalization;
using System.Text.Json.Nodes;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary>How much of a source one load takes: rows, or bytes with a unit.</summary>
internal static class BudgetShape
{
    private static readonly (string Unit, int Shift)[] Units = [("KB", 10), ("MB", 20), ("GB", 30)];

    public static ScalarShape<ReadBudget> Shape { get; } = new(
        "a number of rows, or of bytes with a unit", "a whole number above zero, such as 100000 rows or 500MB", Parse,
        () => new JsonObject { ["type"] = new JsonArray("string", "integer") });

    private static ReadBudget? Parse(string text)
    {
        var unit = Array.Find(Units, u => text.EndsWith(u.Unit, StringComparison.OrdinalIgnoreCase));
        var digits = text[..^(unit.Unit?.Length ?? 0)].TrimEnd();
        return !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > 1_000_000_000_000 ? null
            : unit.Unit is null ? new ReadBudget(amount, null)
            : new ReadBudget(null, amount << unit.Shift);
    }
}
