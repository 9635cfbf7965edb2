using Norda.Features.Fees.Statements.Matching;

namespace Norda.Features.Fees.Statements;

/// <summary>Keys of the texts: what spoke for a firm, what spoke against booking, how a transfer stands.</summary>
public static class StatementTexts
{
    public static string Word(MatchReason reason) => reason switch
    {
        MatchReason.Virtual => "wpłata na rachunek tej firmy",
        MatchReason.Reference => "numer składki w tytule",
        MatchReason.Nip => "NIP firmy w tytule",
        MatchReason.OtherNip => "inny NIP w tytule",
        MatchReason.Account => "firma płaci z tego rachunku",
        MatchReason.Name => "ta sama nazwa",
        MatchReason.NameLike => "podobna nazwa",
        MatchReason.Months => "kwota za pełne miesiące",
        MatchReason.AllOpen => "kwota całej należności",
        _ => "tytuł mówi o składce",
    };

    public static string Word(Doubt doubt) => doubt switch
    {
        Doubt.OtherThing => "tytuł mówi o czymś innym niż składka",
        Doubt.OtherNip => "w tytule jest NIP innej firmy",
        Doubt.OtherFirm => "tytuł wskazuje inną firmę",
        Doubt.Currency => "obca waluta",
        Doubt.NoSign => "nic nie mówi, że to składka",
        Doubt.Twin => "taki sam przelew jest na innym wyciągu",
        Doubt.Future => "data z przyszłości",
        Doubt.Reversal => "bank wycofał wcześniejszą wpłatę",
        _ => "pasuje też inna firma",
    };
}
