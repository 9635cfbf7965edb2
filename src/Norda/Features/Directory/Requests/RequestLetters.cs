using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Directory.Requests;

/// <summary>The letter with a link to a profile.</summary>
internal static class RequestLetters
{
    public static Letter ProfileRequest(IStringLocalizer<Texts> texts, string to, string name, string secret, string origin) => new()
    {
        UniqueKey = "profile-request:" + Secret.HashOf(secret), To = to, ToName = name,
        Subject = texts["Sprawdź dane firmy {0} w katalogu izby", name],
        Heading = texts["Czy te dane są aktualne?"],
        Paragraphs = [texts["W katalogu izby jest profil firmy {0}. Otwórz go, popraw, co się zmieniło, i odeślij jednym przyciskiem. Nie trzeba się logować.", name], texts["Link działa raz i przez 7 dni. Jeśli to nie Twoja firma, zignoruj tę wiadomość."]],
        Button = (texts["Sprawdź dane firmy"], $"{origin}/aktualizacja/{secret}"),
    };
}
