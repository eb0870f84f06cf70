Test("an experiment beside what two models give", t => t
    .Given(
        experiment_credits.Row(experiment_id: "one", model: "first", channel: "ads", started_on: "2025-01-01", conversions: 50, value: 500, measured: 20, measured_low: 12, measured_high: 28, measured_value: 210, within: false),
        experiment_credits.Row(experiment_id: "one", model: "last", channel: "ads", started_on: "2025-01-01", conversions: 25, value: 240, measured: 20, measured_low: 12, measured_high: 28, measured_value: 210, within: true),
        experiment_credits.Row(experiment_id: "two", model: "first", channel: "ads", started_on: "2025-02-01", conversions: 10, value: 90, measured: 30))
    .By("experiment_credits.experiment_id", "experiment_credits.model")
    .Expect(metrics.experiment_modelled, 50, of: ("one", "first")).Expect(metrics.experiment_modelled, 25, of: ("one", "last")).Expect(metrics.experiment_modelled_value, 240, of: ("one", "last"))
    .Expect(metrics.experiment_measured, 20, of: ("one", "first")).Expect(metrics.experiment_measured_low, 12, of: ("one", "first")).Expect(metrics.experiment_measured_high, 28, of: ("one", "last"))
    .Expect(metrics.experiment_measured_value, 210, of: ("one", "last")).Expect(metrics.experiment_ratio, 0.4, of: ("one", "first")).Expect(metrics.experiment_ratio, 0.8, of: ("one", "last")).Expect(metrics.experiment_ratio, 3, of: ("two", "first"))
    .Expect(metrics.experiment_within, 0, of: ("one", "first")).Expect(metrics.experiment_within, 1, of: ("one", "last")).Expect(metrics.experiment_judged, 0, of: ("two", "first")).Expect(metrics.experiment_judged, 1, of: ("one", "first")));
