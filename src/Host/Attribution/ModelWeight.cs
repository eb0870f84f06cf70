using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution;

/// <summary>A model to run and the weight it gives a touch.</summary>
/// <param name="Model">The model.</param>
/// <param name="Weight">The weight.</param>
/// <param name="Divided">Whether weights are divided by their sum over the journey, so that each conversion is given once; otherwise they are the credit.</param>
internal sealed record ModelWeight(ModelSettings Model, Term Weight, bool Divided = true)
{
    /// <summary>The model, where it has to learn from journeys before its weight is known.</summary>
    public ILearningModel? Learner { get; init; }

    /// <summary>A word on each model that gives a conversion to all that took part in it.</summary>
    public static IEnumerable<Diagnostic> Participating(IEnumerable<ModelWeight> models) =>
        models.Where(m => !m.Divided).Select(m => AttributionRules.Participation.At(m.Model.At, m.Model.Name));

    /// <summary>Asks every model of a workspace for its weight; throws all findings at once.</summary>
    public static IReadOnlyList<ModelWeight> Plan(AttributionSettings settings, PluginCatalog catalog)
    {
        var planned = new List<ModelWeight>();
        var findings = new List<Diagnostic>();
        foreach (var model in settings.Models)
        {
            try
            {
                var weight = Plan(model, catalog);
                planned.Add(weight);
                if (!weight.Divided && string.Equals(model.Name, settings.Default, StringComparison.Ordinal))
                {
                    findings.Add(AttributionRules.NotADivision.At(model.At, model.Name));
                }
            }
            catch (MeritException e)
            {
                findings.AddRange(e.Diagnostics);
            }
        }

        findings.AddRange(
            from calibrated in settings.Calibrated
            where planned.Exists(m => !m.Divided && string.Equals(m.Model.Name, calibrated.Of, StringComparison.Ordinal))
            select AttributionRules.CannotCalibrate.At(calibrated.At, calibrated.Of));
        return findings.Count == 0 ? planned : throw new MeritException(findings);
    }

    private static ModelWeight Plan(ModelSettings model, PluginCatalog catalog)
    {
        if (Canonical.Find("credits") is { } credits && credits.Columns.Any(c => string.Equals(c.Name, model.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new MeritException(AttributionRules.NameTaken.At(model.At, model.Name));
        }

        var entry = catalog.Model(model.Plugin) ?? throw new MeritException(AttributionRules.UnknownModel.At(model.At, model.Name, model.Plugin));
        if (entry.Kind == PluginKind.Learning)
        {
            return new ModelWeight(model, 1) { Learner = PluginCatalog.MakeLearning(entry, model.Options, model.At) };
        }

        var rule = PluginCatalog.MakeRule(entry, model.Options, model.At);
        try
        {
            return new ModelWeight(model, rule.Weigh(new Touch()) ?? throw new InvalidOperationException("It gave no weight."), rule is not IParticipationModel);
        }
        catch (Exception e) when (e is not MeritException)
        {
            throw new MeritException(AttributionRules.WeighFailed.At(model.At, model.Name, e.Message), e);
        }
    }
}
