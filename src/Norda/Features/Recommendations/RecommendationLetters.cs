using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Recommendations;

/// <summary>What an author is told of a recommendation.</summary>
internal static class RecommendationLetters
{
    public static Letter Decided(IStringLocalizer<Texts> texts, Reader to, string firm, string? reason, string effect, string address) => new()
    {
        UniqueKey = $"recommendation:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId,
        Subject = reason is null ? texts["Twoje polecenie jest na stronie firmy {0}", firm] : texts["Polecenie firmy {0} nie zostało opublikowane", firm],
        Heading = reason is null ? texts["Dziękujemy za polecenie"] : texts["Nie opublikowaliśmy polecenia"],
        Paragraphs = reason is null
        ? [texts["Twoje słowa o firmie {0} widać już na jej stronie.", firm]]
        : [texts["Moderator izby podał powód:"], reason, texts["Jeśli się nie zgadzasz, odpowiedz na tę wiadomość albo zadzwoń do biura izby."]],
        Button = (texts["Zobacz polecenie"], address),
    };
}
