using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Features.Fees;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Papers.Mailing;

/// <summary>Letters with a paper in them, and reminders without.</summary>
internal static class PostLetters
{
    /// <param name="number">Of the paper, where it has one.</param>
    /// <param name="toPay">PLN and the last day, where there is something to pay.</param>
    public static Letter WithPaper(IStringLocalizer<Texts> texts, Reader to, PostKind kind, int companyId, string occasion, string? number, (decimal Amount, DateOnly By)? toPay, LetterFile? file) => new()
    {
        UniqueKey = $"paper:{companyId}:{occasion}", To = to.Email, ToName = to.Name,
        Subject = number is null ? texts[PostKinds.Word(kind)] : texts["{0} nr {1}", texts[PostKinds.Word(kind)].Value, number],
        Heading = texts[PostKinds.Word(kind)],
        Paragraphs = [Sentence(texts, kind, to.Name!), texts["Pismo jest w załączniku, w pliku PDF."]],
        Facts = toPay is { } pay ? [(texts["Kwota do zapłaty"].Value, pay.Amount.ToZloty()), (texts["Termin"].Value, pay.By.ToString("d MMMM yyyy", CultureInfo.CurrentCulture))] : [],
        Footnote = texts["W razie pytań wystarczy odpowiedzieć na tę wiadomość."], File = file,
    };

    /// <param name="fees">Names and sums of the fees, in the order of their terms.</param>
    public static Letter Reminder(IStringLocalizer<Texts> texts, Reader to, int companyId, string occasion, DateOnly due, DateOnly today, IReadOnlyList<(string Period, decimal Left)> fees, string account, string title) => new()
    {
        UniqueKey = $"paper:{companyId}:{occasion}", To = to.Email, ToName = to.Name,
        Subject = due > today ? texts["Składka do {0}", due.ToString("d MMMM", CultureInfo.CurrentCulture)] : due == today ? texts["Dziś mija termin składki"] : texts["Składka po terminie"],
        Heading = texts["Przypomnienie o składce"],
        Paragraphs = [due >= today ? texts["Przypominamy o składce firmy {0}.", PolishText.Last(to.Name!)] : texts["Nie widzimy jeszcze wpłaty firmy {0}. Jeśli przelew jest w drodze, dziękujemy i prosimy nie zważać na tę wiadomość.", to.Name!]],
        Facts = [.. fees.Select(f => (f.Period, f.Left.ToZloty())), (texts["Razem"].Value, fees.Sum(f => f.Left).ToZloty()), (texts["Termin"].Value, due.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)), (texts["Rachunek"].Value, account), (texts["Tytuł przelewu"].Value, title)],
        Footnote = texts["W razie pytań wystarczy odpowiedzieć na tę wiadomość."],
    };

    /// <summary>For /dev/poczta.</summary>
    public static IEnumerable<LetterPreview> Previews =>
        [
            new("Pismo w załączniku", texts => WithPaper(texts, new Reader(null, "biuro@kaszub-alu.example", "Kaszub-Alu"), PostKind.Note, 0, "paper:0", "NK 012/2026", (450m, new DateOnly(2026, 11, 30)), null)),
            new("Przypomnienie o składce", texts => Reminder(texts, new Reader(null, "biuro@kaszub-alu.example", "Kaszub-Alu"), 0, "reminder:0:2026-11-30", new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 23), [("listopad 2026", 150m)], "61 1090 1014 0000 0712 1981 2874", "NB00101/2611/12")),
        ];

    private static string Sentence(IStringLocalizer<Texts> texts, PostKind kind, string firm) => kind switch
    {
        PostKind.Note => texts["Przesyłamy notę księgową dla firmy {0}.", PolishText.Last(firm)],
        PostKind.Statement => texts["Przesyłamy zestawienie składek i wpłat firmy {0}.", PolishText.Last(firm)],
        PostKind.Demand => texts["Termin zapłaty składek firmy {0} minął. Przesyłamy wezwanie do zapłaty.", firm],
        PostKind.FinalDemand => texts["Mimo wezwania składki firmy {0} nie zostały zapłacone. Przesyłamy ostateczne wezwanie przed skierowaniem sprawy do sądu.", firm],
        _ => texts["Przesyłamy zaświadczenie o członkostwie firmy {0}.", PolishText.Last(firm)],
    };
}
