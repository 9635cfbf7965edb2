using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts;

/// <summary>Letters about who belongs to a firm.</summary>
internal static class FirmLetters
{
    public static Letter Join(IStringLocalizer<Texts> texts, Reader to, User user, int? firmId, string? firmName, string address) => new()
    {
        UniqueKey = $"join:{user.Id}:{firmId}:{to.Email}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = firmName is null ? texts["Nowa osoba spoza katalogu: {0}", user.Name] : texts["{0} chce dołączyć do firmy {1}", user.Name, firmName],
        Heading = firmName is null ? texts["Ktoś pyta o członkostwo"] : texts["Ktoś chce dołączyć do firmy"],
        Facts = [(texts["Osoba"], user.Name), (texts["E-mail"], user.Email!), ("NIP", user.CompanyNip!)],
        Button = (texts["Zobacz zgłoszenie"], address),
    };

    public static Letter Invitation(IStringLocalizer<Texts> texts, string email, string inviter, string firm, string secret, string origin, DateTimeOffset until) => new()
    {
        UniqueKey = "invitation:" + AccountToken.HashOf(secret), To = email,
        Subject = texts["{0} zaprasza Cię do firmy {1} w serwisie izby", inviter, firm], Heading = texts["Zaproszenie do firmy {0}", firm],
        Paragraphs = [texts["{0} prosi, żeby razem prowadzić profil firmy i korzystać z części dla członków.", inviter]],
        Button = (texts["Przyjmij zaproszenie"], $"{origin}/zaproszenie/{secret}"),
        Footnote = texts["Link działa przez 7 dni, do {0}. Jeśli to pomyłka, zignoruj tę wiadomość.", until.UtcDateTime.ToWarsaw().ToString("d MMMM", CultureInfo.CurrentCulture)],
    };

    public static Letter Joined(IStringLocalizer<Texts> texts, Reader to, string firm, bool letIn, string effect, string origin) => new()
    {
        UniqueKey = $"joined:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = letIn ? texts["Należysz już do firmy {0}", firm] : texts["Prośba o dołączenie do firmy {0}", firm],
        Heading = letIn ? texts["Należysz już do firmy {0}", firm] : texts["Prośba nie została przyjęta"],
        Paragraphs = [letIn ? texts["Możesz się zalogować i korzystać z części dla członków."] : texts["Jeśli to pomyłka, porozmawiaj z osobą, która prowadzi profil firmy, albo zadzwoń do biura izby."]],
        Button = (texts["Zaloguj się"], origin + "/logowanie"),
    };
}
