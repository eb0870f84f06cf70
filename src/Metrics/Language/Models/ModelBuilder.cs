namespace Merit.Metrics.Language;

/// <summary>A model being declared.</summary>
public sealed class ModelBuilder
{
    private readonly ModelDefinition model;

    internal ModelBuilder(ModelDefinition model) => this.model = model;

    /// <summary>The columns that identify a row of it. Where it is one, rows of other tables that have a column of that name look it up, and can be grouped by its columns.</summary>
    public ModelBuilder Key(params string[] columns)
    {
        model.Key = [.. columns];
        return this;
    }

    internal ModelDefinition Build() => model;
}
