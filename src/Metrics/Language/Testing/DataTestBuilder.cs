namespace Merit.Metrics.Language;

/// <summary>A test of the data being declared; each call adds to the same one.</summary>
public sealed class DataTestBuilder
{
    internal DataTestBuilder(DataTestDefinition definition) => Definition = definition;

    internal DataTestDefinition Definition { get; private set; }

    /// <summary>What readers see where it fails, in English and Chinese.</summary>
    public DataTestBuilder Label(string en, string? zh = null) => Set(Definition with { Label = en, LabelZh = zh ?? en });

    /// <summary>A failure is a warning, not an error: <c>merit test --data</c> then ends with exit code 0.</summary>
    public DataTestBuilder Warn() => Set(Definition with { IsWarning = true });

    /// <summary>While it fails, no report is sent.</summary>
    public DataTestBuilder BlockDelivery() => Set(Definition with { BlocksDelivery = true });

    /// <summary>For <c>Reconcile</c>: compares group by group.</summary>
    public DataTestBuilder By(params string[] dimensions) => Set(Definition with { By = [.. Definition.By, .. dimensions] });

    /// <summary>For <c>Reconcile</c>: compares these days only.</summary>
    public DataTestBuilder On(string period) => Set(Definition with { Period = period });

    private DataTestBuilder Set(DataTestDefinition definition)
    {
        Definition = definition;
        return this;
    }
}
