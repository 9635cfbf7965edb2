namespace Norda.Features.Classifieds;

/// <summary>The source's words for types and categories, in the database, in addresses and in the API; and the keys of their texts.</summary>
public static class Codes
{
    extension(ListingType type)
    {
        public string Code => Of(type);

        public string Word => type == ListingType.Wanted ? "Szukam" : "Oferuję";
    }

    public static string Of(ListingType type) => type == ListingType.Wanted ? "szukam" : "oferuje";

    public static string Of(ClassifiedCategory category) => category switch
    {
        ClassifiedCategory.Products => "produkty",
        ClassifiedCategory.Cooperation => "wspolpraca",
        _ => "uslugi",
    };

    /// <summary>Null for what is no type.</summary>
    public static ListingType? Listing(string? code) => Enum.GetValues<ListingType>().Where(t => t.Code == code).Select(t => (ListingType?)t).FirstOrDefault();

    /// <summary>Null for what is no category.</summary>
    public static ClassifiedCategory? Category(string? code) => Enum.GetValues<ClassifiedCategory>().Where(c => c.Code == code).Select(c => (ClassifiedCategory?)c).FirstOrDefault();
}

public static class CategoryCodes
{
    extension(ClassifiedCategory category)
    {
        public string Code => Codes.Of(category);

        public string Word => category switch
        {
            ClassifiedCategory.Products => "Produkty",
            ClassifiedCategory.Cooperation => "Współpraca",
            _ => "Usługi",
        };
    }
}
