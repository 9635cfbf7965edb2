using Microsoft.Extensions.Localization;
using Norda.Features.Fees.Arithmetic;
using Norda.Platform;

namespace Norda.Features.Fees.Rates;

/// <summary>A rate in words.</summary>
public static class RateTexts
{
    /// <summary>Whom it is for; needs the target to be loaded.</summary>
    public static string Name(FeeRate rate, IStringLocalizer<Texts> texts) => rate.Scope switch
    {
        FeeScope.Company => rate.Company?.Name ?? "",
        FeeScope.Category => texts["Branża: {0}", rate.Category?.Name ?? ""],
        FeeScope.Band => texts["Przedział: {0}", rate.Band?.Name ?? ""],
        _ => texts["Wszystkie firmy"],
    };

    /// <summary>"150,00 zł na miesiąc, 3 raty w roku".</summary>
    public static string Price(FeeRate rate, IStringLocalizer<Texts> texts)
    {
        var parts = new List<string>();
        if (rate.YearlyAmount is { } year)
            parts.Add(texts[rate.PerHead ? "{0} na rok od osoby" : "{0} na rok", year.ToShortZloty()]);
        else if (rate.MonthlyAmount is { } month)
            parts.Add(texts[rate.PerHead ? "{0} na miesiąc od osoby" : "{0} na miesiąc", month.ToShortZloty()]);
        if (rate.YearlyCap is { } cap)
            parts.Add(texts["najwyżej {0} na rok", cap.ToShortZloty()]);
        if (rate.EntryFee is { } entry)
            parts.Add(texts["wpisowe {0}", entry.ToShortZloty()]);
        return string.Join(", ", parts);
    }

    /// <summary>"raz na miesiąc", "raz na kwartał", "2 raty: do 31.05, 31.12".</summary>
    public static string Schedule(string text, IStringLocalizer<Texts> texts)
    {
        var schedule = FeeSchedule.Parse(text) ?? FeeSchedule.Monthly;
        return schedule.Parts.Count switch
        {
            12 when schedule.Parts[0].DueDay == 31 => texts["raz na miesiąc, do ostatniego dnia"],
            12 => texts["raz na miesiąc, do {0}. dnia", schedule.Parts[0].DueDay],
            4 when schedule.Parts[0].LastMonth == 3 => texts["raz na kwartał"],
            1 => texts["raz w roku, do {0}", Day(schedule.Parts[0])],
            var count => texts["{0} w roku: do {1}", Plural.Of(count, texts["rata|raty|rat"]), string.Join(", ", schedule.Parts.Select(Day))],
        };
    }

    /// <summary>Key of the texts.</summary>
    public static string Word(Proration proration) => proration switch
    {
        Proration.NextMonth => "od miesiąca po przyjęciu",
        Proration.Quarter => "od kwartału przyjęcia",
        Proration.Whole => "cała rata, bez względu na dzień przyjęcia",
        _ => "od miesiąca przyjęcia",
    };

    private static string Day(Instalment part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.DueDay:00}.{part.DueMonth:00}");
}
