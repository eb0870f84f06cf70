// What sales does with what marketing gives. Ask these, and the figures of leads and deals, by lead_owner or deal_owner.

Metric("activities_done", Count(activities))
    .Label("Sales activities", zh: "销售动作数")
    .Describe("Calls, meetings and other actions in the period.", zh: "本期的电话、会面等销售动作数。");

Metric("meetings", Count(activities).Where(activities.kind == "meeting"))
    .Label("Meetings", zh: "会面数")
    .Describe("Actions of kind meeting.", zh: "类型为会面（meeting）的动作数。");

Metric("calls", Count(activities).Where(activities.kind == "call"))
    .Label("Calls", zh: "电话数")
    .Describe("Actions of kind call.", zh: "类型为电话（call）的动作数。");

Metric("activities_per_lead", metrics.activities_done / metrics.new_leads)
    .Label("Activities per lead", zh: "单条线索动作数")
    .Describe("Sales activities ÷ new leads.", zh: "销售动作数 ÷ 新线索数。");
