namespace Norda.Features.Membership.Assembly;

/// <summary>Words of this corner: keys of the texts.</summary>
public static class PaperWords
{
    public static string Of(ResolutionVisibility visibility) => visibility switch
    {
        ResolutionVisibility.Office => "tylko biuro",
        ResolutionVisibility.Members => "członkowie izby",
        _ => "wszyscy",
    };

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Statute => "statut izby",
        DocumentKind.Rules => "regulamin",
        DocumentKind.Minutes => "protokół",
        DocumentKind.Report => "sprawozdanie",
        _ => "inny dokument",
    };
}
