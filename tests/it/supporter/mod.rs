mod choices;
mod confirming;
mod duplicates;
mod languages;
mod pages;
mod refusals;
mod signing;
mod waiting;
