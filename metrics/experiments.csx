// What experiments measured, beside what attribution models give on the same days. Each experiment stands for itself: ask by experiment_credits.experiment_id, and for credit by experiment_credits.model.

Metric("experiment_measured", Max(experiment_credits.measured))
    .Label("Measured conversions", zh: "实验测得的增量转化")
    .Describe("Conversions that would not have been without what was tested, as an experiment measured them.", zh: "实验测得的、若无被测对象则不会发生的转化数。")
    .Requires("experiment_credits.experiment_id");

Metric("experiment_measured_low", Max(experiment_credits.measured_low))
    .Label("Measured conversions, low", zh: "增量转化下限")
    .Describe("The lower end of the interval of what the experiment measured, at the confidence it states.", zh: "实验测得值区间的下限，置信水平以实验所述为准。")
    .Requires("experiment_credits.experiment_id");

Metric("experiment_measured_high", Max(experiment_credits.measured_high))
    .Label("Measured conversions, high", zh: "增量转化上限")
    .Describe("The upper end of the interval of what the experiment measured, at the confidence it states.", zh: "实验测得值区间的上限，置信水平以实验所述为准。")
    .Requires("experiment_credits.experiment_id");

Metric("experiment_measured_value", Max(experiment_credits.measured_value))
    .Label("Measured value", zh: "实验测得的增量价值")
    .Describe("What the conversions that the experiment measured brought.", zh: "实验测得的增量转化带来的价值。")
    .As(Money).Requires("experiment_credits.experiment_id");

Metric("experiment_modelled", Sum(experiment_credits.conversions))
    .Label("Modelled conversions", zh: "模型归因转化")
    .Describe("What an attribution model gives to the touches of what was tested, on the experiment's days.", zh: "归因模型在实验期内分给被测对象触点的转化数。")
    .Requires("experiment_credits.experiment_id").Requires("experiment_credits.model");

Metric("experiment_modelled_value", Sum(experiment_credits.value))
    .Label("Modelled value", zh: "模型归因价值")
    .Describe("The value of what an attribution model gives to the touches of what was tested, on the experiment's days.", zh: "归因模型在实验期内分给被测对象触点的转化价值。")
    .As(Money).Requires("experiment_credits.experiment_id").Requires("experiment_credits.model");

Metric("experiment_ratio", metrics.experiment_measured / metrics.experiment_modelled)
    .Label("Measured to modelled", zh: "测得与归因之比")
    .Describe("Measured conversions ÷ modelled conversions: below 1 the model gives more than the experiment found.", zh: "测得的增量转化 ÷ 模型归因转化：小于 1 表示模型给得比实验测得的多。")
    .Requires("experiment_credits.experiment_id").Requires("experiment_credits.model");

Metric("experiment_within", Count(experiment_credits).Where(experiment_credits.within))
    .Label("Within the interval", zh: "在区间内")
    .Describe("1 where the model's credit lies in the interval of what was measured, 0 where it does not; by model alone, in how many experiments it does.", zh: "模型归因落在测得区间内为 1，否则为 0；仅按模型查询时为落在区间内的实验数。")
    .Requires("experiment_credits.model");

Metric("experiment_judged", Count(experiment_credits).Where(experiment_credits.within.HasValue))
    .Label("Experiments with an interval", zh: "有区间的实验")
    .Describe("Experiments whose interval the model's credit can be held against.", zh: "带有区间、可与模型归因对照的实验数。")
    .Requires("experiment_credits.model");
