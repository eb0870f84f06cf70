namespace Merit.Diagnostics.Rules;

/// <summary>Journeys and credit.</summary>
public static class AttributionRules
{
    /// <summary>{0} the model, {1} the plugin id.</summary>
    public static readonly DiagnosticRule UnknownModel = new(
        "MRT1401", Severity.Error,
        "No plugin offers the attribution model `{1}` that `{0}` asks for.",
        "Choose one that `merit plugins` lists, or add the plugin.");

    /// <summary>{0} the model's name.</summary>
    public static readonly DiagnosticRule NameTaken = new(
        "MRT1402", Severity.Error,
        "An attribution model cannot be called `{0}`: the credits table has a column of that name.",
        "Give the model another name.");

    /// <summary>{0} the model, {1} what it said.</summary>
    public static readonly DiagnosticRule WeighFailed = new(
        "MRT1403", Severity.Error,
        "The attribution model `{0}` failed while its weight was planned: {1}",
        "This is a defect of the plugin; get a newer version of it, or take the model out of attribution.models.");

    /// <summary>{0} the model, {1} a conversion, {2} how many.</summary>
    public static readonly DiagnosticRule UnusableWeights = new(
        "MRT1404", Severity.Error,
        "The attribution model `{0}` cannot share out conversions such as `{1}`, {2} in all: the weights of their touches sum to zero, or one is negative or no number.",
        "Change the model's options so that every journey has a positive weight somewhere.");

    /// <summary>{0} the model, {1} what, {2} what was shared out, {3} what there was.</summary>
    public static readonly DiagnosticRule NotConserved = new(
        "MRT1405", Severity.Error,
        "The attribution model `{0}` shared out {2} of {3} {1}.",
        "Take the model out of attribution.models and report this: credit must add up.");

    /// <summary>{0} the model, {1} the column, {2} a suggestion.</summary>
    public static readonly DiagnosticRule UnknownUnit = new(
        "MRT1407", Severity.Error,
        "The attribution model `{0}` is to tell touches apart by `{1}`, which touchpoints do not have.",
        "Name a column of touchpoints in unit; {2}");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule NotADivision = new(
        "MRT1408", Severity.Error,
        "The attribution model `{0}` gives every conversion to all that took part, so that its credits add up to more than there was: it cannot be the default.",
        "Choose another default, and ask for `{0}` where it is meant.");

    /// <summary>{0} the kind of conversion, {1} the condition, {2} why.</summary>
    public static readonly DiagnosticRule RefusedCondition = new(
        "MRT1409", Severity.Error,
        "The condition `{1}` of the conversion `{0}` cannot be used: {2}.",
        "Write a condition over the columns of its table, such as \"kind = 'form'\"; no subquery, no file function.");

    /// <summary>{0} the model, {1} what it said of the journeys, {2} what it said to do.</summary>
    public static readonly DiagnosticRule CannotLearn = new(
        "MRT1410", Severity.Error,
        "The attribution model `{0}` cannot learn from these journeys: {1}",
        "{2}");

    /// <summary>{0} the model, {1} what it said.</summary>
    public static readonly DiagnosticRule LearnFailed = new(
        "MRT1411", Severity.Error,
        "The attribution model `{0}` failed while it learned: {1}",
        "This is a defect of the plugin; get a newer version of it, or take the model out of attribution.models.");

    /// <summary>{0} the model, {1} what it said.</summary>
    public static readonly DiagnosticRule Learned = new(
        "MRT1412", Severity.Warning,
        "The attribution model `{0}`: {1}",
        "Read its credit with this in mind, or compare it with other models.");

    /// <summary>{0} the model, {1} the part in per cent.</summary>
    public static readonly DiagnosticRule NotPlaced = new(
        "MRT1413", Severity.Warning,
        "The credit of `{0}` cannot be laid on touches exactly: in slices some channel differs from the model by {1} % of all conversions, because it is given more than the conversions it took part in, or less than those it made alone.",
        "Take the credit by channel from `merit attribute`; use slices of this model by campaign or date as an approximation.");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule NeedsTimes = new(
        "MRT1414", Severity.Error,
        "The attribution model `{0}` looks at when touches happened, which a file of paths does not tell.",
        "Choose a model that goes by the order of touches, such as u-shaped, or attribute the touchpoints of a workspace.");

    /// <summary>{0} the file, {1} the column, {2} the columns it has.</summary>
    public static readonly DiagnosticRule NoSuchColumn = new(
        "MRT1415", Severity.Error,
        "{0} has no column `{1}`.",
        "Name one that it has: {2}.");

    /// <summary>{0} the file, {1} how many rows.</summary>
    public static readonly DiagnosticRule NegativeCounts = new(
        "MRT1416", Severity.Error,
        "{0} counts less than zero journeys in {1} rows.",
        "Correct the file: conversions and journeys without conversion are counts.");

    /// <summary>{0} the option, {1} the models.</summary>
    public static readonly DiagnosticRule NoSuchOption = new(
        "MRT1417", Severity.Error,
        "{0} changes nothing here: none of these models has such an option: {1}.",
        "Leave it out, or ask for a model that has it, such as markov.");

    /// <summary>{0} the kind, {1} a suggestion.</summary>
    public static readonly DiagnosticRule NoSuchKind = new(
        "MRT1418", Severity.Error,
        "There is no conversion of the kind `{0}`.",
        "Name a kind that was loaded; {1}");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule Participation = new(
        "MRT1419", Severity.Warning,
        "The attribution model `{0}` gives every conversion to all that took part in it: its figures add up to more than there was.",
        "Read each line by itself, and take another model for what was earned.");

    /// <summary>{0} the conversion, {1} a suggestion.</summary>
    public static readonly DiagnosticRule NoSuchConversion = new(
        "MRT1420", Severity.Error,
        "There is no conversion `{0}`.",
        "Name one that was loaded; {1}");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule SharedOutOtherwise = new(
        "MRT1421", Severity.Warning,
        "The credit of `{0}` was shared out by other options than merit.yaml has now: what is shown is what it would be.",
        "Load again with `merit load` or `merit run`.");

    /// <summary>{0} the column, {1} a suggestion.</summary>
    public static readonly DiagnosticRule NoSuchEarner = new(
        "MRT1422", Severity.Error,
        "Credit cannot be added up by `{0}`: touchpoints have no such column of text.",
        "Name one that they have, or channel or campaign; {1}");

    /// <summary>{0} the model's name, {1} a suggestion.</summary>
    public static readonly DiagnosticRule CalibratedNotRun = new(
        "MRT1430", Severity.Error,
        "The attribution model `{0}` is to be calibrated, and is not among the models.",
        "Add it to attribution.models, or calibrate one that is there: {1}");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule CannotCalibrate = new(
        "MRT1431", Severity.Error,
        "The attribution model `{0}` gives every conversion to all that took part, so that no experiment can say how to divide it otherwise.",
        "Calibrate a model that divides conversions, such as linear.");

    /// <summary>{0} the calibrated model, {1} the model.</summary>
    public static readonly DiagnosticRule NothingToCalibrateBy = new(
        "MRT1432", Severity.Warning,
        "`{0}` is just what `{1}` is: there is no experiment with an interval whose channel or campaign has credit on its days.",
        "Load results into the table experiments, or take the model out of attribution.calibrate.");

    /// <summary>{0} the experiment.</summary>
    public static readonly DiagnosticRule ExperimentWithoutInterval = new(
        "MRT1433", Severity.Warning,
        "The experiment `{0}` has no interval, and calibrates nothing: how much it weighs beside the model cannot be known.",
        "Fill incremental_low and incremental_high, with the confidence they are stated at.");

    /// <summary>{0} the calibrated model, {1} what was tested, {2} the conversions wanted, {3} those reached.</summary>
    public static readonly DiagnosticRule CalibrationOff = new(
        "MRT1434", Severity.Warning,
        "`{0}` gives {3} conversions to {1} on the days of its experiments, which measured {2}: a conversion that nothing else touched stays with what touched it, and one that it did not touch cannot be given to it.",
        "Read the measured figure beside it; what nobody else touched may have come without any marketing.");

    /// <summary>{0} the models.</summary>
    public static readonly DiagnosticRule NoPlaces = new(
        "MRT1435", Severity.Error,
        "Credit cannot be shown by place: no model here tells apart where in the journey a channel earned it: {0}.",
        "Ask for one that does, such as --models shapley-ordered.");

    /// <summary>{0} the calibrated model.</summary>
    public static readonly DiagnosticRule NoCalibratedInterval = new(
        "MRT1436", Severity.Warning,
        "`{0}` has no intervals: how far it may be off depends on the journeys and on the experiments that correct it, and how these two go together is not known.",
        "Look at the intervals of the model it is made of, and at those of the experiments, beside it.");

    /// <summary>{0} the kind, {1} how many conversions, {2} how many of them without cost.</summary>
    public static readonly DiagnosticRule WorthMargin = new(
        "MRT1437", Severity.Warning,
        "Values are margins: revenue less cost of goods. Of {1} conversions of the kind `{0}`, {2} have no known cost, and bring no value here.",
        "Fill cost_of_goods of orders or opportunities, or ask without --worth margin.");

    /// <summary>{0} the kind, {1} how many conversions, {2} how many of them without a value.</summary>
    public static readonly DiagnosticRule WithoutValue = new(
        "MRT1438", Severity.Warning,
        "Of {1} conversions of the kind `{0}`, {2} bring no value: what it is made of is missing there.",
        "Fill what the kind's value is made of: the column that merit.yaml names, amount and probability for expected, amount and cost_of_goods for margin.");
}
