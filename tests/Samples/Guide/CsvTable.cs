namespace Merit.Samples.Tests.Guide;

/// <summary>A CSV file of the guide, to change rows of. The files that are changed hold no quotes.</summary>
internal sealed class CsvTable
{
    private readonly string path;
    private readonly string[] header;

    public CsvTable(string path)
    {
        this.path = path;
        var text = File.ReadAllText(path);
        Assert.DoesNotContain('"', text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        header = lines[0].Split(',');
        Rows = [.. lines.Skip(1).Select(line => line.Split(','))];
    }

    public List<string[]> Rows { get; }

    /// <summary>Changes a value of the rows for which another column has the value, the first so many.</summary>
    public CsvTable Change(string where, string value, string column, Func<string, string> change, int atMost = int.MaxValue)
    {
        var found = Rows.Where(r => r[Of(where)] == value).Take(atMost).ToList();
        Assert.NotEmpty(found);
        foreach (var row in found)
        {
            row[Of(column)] = change(row[Of(column)]);
        }

        return this;
    }

    /// <summary>Repeats a row, with a change if one is given.</summary>
    public CsvTable Repeat(int row, params (string Column, string Value)[] changes)
    {
        var copy = Rows[row].ToArray();
        foreach (var (column, value) in changes)
        {
            copy[Of(column)] = value;
        }

        Rows.Add(copy);
        return this;
    }

    public int Of(string column)
    {
        var index = Array.IndexOf(header, column);
        Assert.True(index >= 0, column);
        return index;
    }

    public void Save() => File.WriteAllText(path, string.Join('\n', Rows.Select(r => string.Join(',', r)).Prepend(string.Join(',', header))) + "\n");
}
