// A plan needs no code yet: what is checked is mlstrategy.yaml.
Console.WriteLine("Label more leaves, or retrain the last layer only.");
