using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

internal static class SettingsLetters
{
    public static Letter Test(IStringLocalizer<Texts> texts, Reader to, string effect) => new()
    {
        UniqueKey = $"mail-test:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = texts["List próbny"], Heading = texts["Poczta działa"],
        Paragraphs = [texts["To list próbny z ustawień serwisu. Skoro go czytasz, inne listy też dojdą."]],
    };
}
