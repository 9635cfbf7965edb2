using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Reports;

/// <summary>Letters about reports of content.</summary>
internal static class ReportLetters
{
    public static Letter Received(IStringLocalizer<Texts> texts, Reader to, int id, string title) => new()
    {
        UniqueKey = $"report-received:{id}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Zgłoszenie {0} przyjęte", id], Heading = texts["Dziękujemy za zgłoszenie"],
        Paragraphs = [texts["Przeczyta je moderator izby. O decyzji i jej powodach napiszemy na ten adres."]],
        Facts = [(texts["Numer zgłoszenia"], $"{id}"), (texts["Czego dotyczy"], title)],
    };

    /// <summary>To either side: what was decided, on what ground, why, and what can be done about it (Digital Services Act, article 17).</summary>
    public static Letter Decided(IStringLocalizer<Texts> texts, Reader to, string effect, int id, string title, string? content, string subject, string decision, string statement) => new()
    {
        UniqueKey = $"report-decided:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = subject, Heading = subject,
        Paragraphs =
        [
            decision, texts["Uzasadnienie:"], statement, texts["Decyzję podjął człowiek, moderator izby; nie użyto do niej automatu."],
            texts["Jeśli się nie zgadzasz, odpowiedz na tę wiadomość w ciągu sześciu miesięcy: sprawę rozpatrzy ponownie inna osoba. Możesz też skorzystać z pozasądowego rozstrzygania sporów albo pójść do sądu."],
        ],
        Facts = [(texts["Numer zgłoszenia"], $"{id}"), (texts["Czego dotyczy"], title), .. content is { } text ? [(texts["Treść"].Value, text.Length > 300 ? text[..300] + "…" : text)] : Array.Empty<(string, string)>()],
    };
}
