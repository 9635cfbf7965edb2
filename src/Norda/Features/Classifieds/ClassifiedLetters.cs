using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Classifieds;

internal static class ClassifiedLetters
{
    public static Letter Contact(IStringLocalizer<Texts> texts, Reader to, Reader from, string title, string text, string effect, string address) => new()
    {
        UniqueKey = $"classified-contact:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId, ReplyTo = from.Email,
        Subject = texts["Odpowiedź na ogłoszenie „{0}”", title],
        Heading = texts["{0} pisze w sprawie Twojego ogłoszenia", from.Name ?? ""],
        Paragraphs = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Facts = [(texts["Ogłoszenie"], title), (texts["Adres do odpowiedzi"], from.Email)],
        Button = (texts["Zobacz ogłoszenie"], address),
        Footnote = texts["Odpowiedz na tę wiadomość: trafi prosto do tej osoby."],
    };

    public static Letter Expiring(IStringLocalizer<Texts> texts, Reader to, string title, DateTime until, string effect, string address) => new()
    {
        UniqueKey = $"classified-expiring:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = texts["Ogłoszenie „{0}” kończy się {1}", title, Day(until)],
        Heading = texts["Twoje ogłoszenie kończy się {0}", Day(until)],
        Paragraphs = [texts["Jeśli jest nadal aktualne, przedłuż je o 30 dni. Jeśli nie, nie trzeba nic robić: samo zniknie z listy."]],
        Facts = [(texts["Ogłoszenie"], title)],
        Button = (texts["Przedłuż o 30 dni"], address),
    };

    private static string Day(DateTime until) => until.ToWarsaw().ToString("d MMMM", CultureInfo.CurrentCulture);
}
