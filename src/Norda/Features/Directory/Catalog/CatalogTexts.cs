using Microsoft.Extensions.Localization;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Directory.Catalog;

/// <summary>Words for what the search says in kinds.</summary>
public static class CatalogTexts
{
    /// <summary>Key of the text for a level of data quality.</summary>
    public static string Quality(string level) => level switch
    {
        "verified" => "Dane potwierdzone",
        "complete" => "Dane kompletne",
        "partial" => "Dane częściowe",
        _ => "Dane podstawowe",
    };

    public static string Group(this IStringLocalizer<Texts> texts, FilterGroup group) => group switch
    {
        FilterGroup.Category => texts["Branża"],
        FilterGroup.Town => texts["Miejscowość"],
        FilterGroup.Service => texts["Usługa"],
        FilterGroup.Certificate => texts["Ważny certyfikat"],
        FilterGroup.Competency => texts["Kompetencja"],
        FilterGroup.Recommender => texts["Poleca ktoś, kogo znam"],
        _ => texts["Jakość danych"],
    };

    public static string Reason(this IStringLocalizer<Texts> texts, Reason reason) => reason.Kind switch
    {
        ReasonKind.Name => texts["Nazwa firmy"],
        ReasonKind.PrimaryService => texts["Usługa główna: {0}", reason.Text],
        ReasonKind.Service => texts["Usługa: {0}", reason.Text],
        ReasonKind.Certificate => texts["Certyfikat {0}", reason.Text],
        ReasonKind.Competency => texts["Kompetencja: {0}", reason.Text],
        ReasonKind.Category => texts["Branża: {0}", reason.Text],
        ReasonKind.Town => texts["Miejscowość: {0}", reason.Text],
        _ => texts["Słowa z opisu firmy"],
    };
}
